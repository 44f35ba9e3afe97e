import type { PersonalData } from '#accounts/export/archive'
import LedgerEvent from '#ledger/models/ledger_event'
import { iso } from '#core/time'

/** What the person did, and what was done to their account; where somebody else did it, without that one's address. */
const activity: PersonalData = async (user) => {
  const events = await LedgerEvent.query()
    .where({ actorId: user.id })
    .orWhere({ subjectType: 'user', subjectId: user.id })
    .orderBy('id')
  return events.map(({ actorId, impersonatorId, ...event }) => ({
    at: iso(event.createdAt),
    action: event.action,
    byYou: actorId === user.id && !impersonatorId,
    subject: { type: event.subjectType, id: event.subjectId },
    details: event.metadata,
    ...(actorId === user.id && !impersonatorId && { ip: event.ip, userAgent: event.userAgent }),
  }))
}

export default activity
