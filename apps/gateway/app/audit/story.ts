import { deviceName, deviceOf } from '#accounts/device'
import User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { sentences } from '#config/sentences'
import { t } from '#core/language'
import type LedgerEvent from '#ledger/models/ledger_event'
import type { Action } from '#ledger/record'
import type { Parties } from '#ledger/sentences'
import Membership from '#organizations/models/membership'
import Organization from '#organizations/models/organization'

/** Who reads: somebody about themselves, an organization about itself, or the platform about everything. */
export type Reader = { person: string } | { organization: string } | 'platform'

/** One event as its reader may see it. */
export interface Story {
  event: LedgerEvent
  sentence: string
  /** Who did it and, where they had a program do it, the API key that it came with. */
  actor: { id: string | null; name: string; key: string | null }
  /** Where it was done from; null where that is somebody else's business. */
  trace: { ip: string | null; userAgent: string | null; device: string | null } | null
}

/** Tells events in sentences: everyone and everything that they name is looked up at once. */
export async function tell(events: LedgerEvent[], reader: Reader): Promise<Story[]> {
  const storyteller = await Storyteller.knowing(events, reader)
  return events.map((event) => storyteller.tell(event))
}

class Storyteller {
  private constructor(
    private reader: Reader,
    private users: Map<string, User>,
    private organizations: Map<string, Organization>,
    private members: Set<string>,
  ) {}

  static async knowing(events: LedgerEvent[], reader: Reader) {
    const named = (type: string) =>
      events.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId)
    const actors = events
      .flatMap(({ actorId, impersonatorId }) => [actorId, impersonatorId])
      .filter((id) => id !== null)
    const [users, organizations, members] = await Promise.all([
      User.query().whereIn('id', [...new Set([...actors, ...named('user')])]),
      Organization.query().whereIn('id', [...new Set(named('organization'))]),
      typeof reader === 'object' && 'organization' in reader
        ? Membership.query().where({ organizationId: reader.organization }).whereIn('userId', actors)
        : [],
    ])
    return new Storyteller(
      reader,
      new Map(users.map((user) => [user.id, user])),
      new Map(organizations.map((organization) => [organization.id, organization])),
      new Set(members.map(({ userId }) => userId)),
    )
  }

  tell(event: LedgerEvent): Story {
    const { ip, userAgent, actorId } = event
    const device = deviceName(deviceOf(userAgent))
    const name = this.#name(event)
    const parties = { who: this.#who(event), whom: this.#whom(event), whose: this.#whose(event) }
    return {
      event,
      sentence: sentenceFor(event, parties, name),
      actor: { id: this.#isStaff(event) ? null : actorId, name, key: event.apiKeyName },
      trace: this.#isTraceable(event) ? { ip, userAgent, device } : null,
    }
  }

  /** As a name stands by itself, in a column. */
  #name(event: LedgerEvent) {
    const name = this.#doer(event)
    return event.impersonatorId ? t('events.name_acting', { name, whom: this.#represented(event) }) : name
  }

  #who(event: LedgerEvent) {
    const { actorId, impersonatorId } = event
    const isYou = this.#isReader(impersonatorId ?? actorId)
    if (impersonatorId) {
      const whom = this.#represented(event)
      return isYou
        ? t('events.who_you_acting', { whom })
        : t('events.who_acting', { name: this.#doer(event), whom })
    }
    return isYou ? t('events.who_you') : t('events.who', { name: this.#doer(event) })
  }

  /** Whoever sat at the keyboard. */
  #doer(event: LedgerEvent) {
    const { actorId, impersonatorId } = event
    const id = impersonatorId ?? actorId
    if (this.#isReader(id)) return t('events.name_you')
    if (impersonatorId ? this.reader !== 'platform' : this.#isStaff(event)) return t('events.name_staff')
    if (id) return this.users.get(id)?.fullName ?? t('events.name_deleted')
    return t(isAnonymous(event) ? 'events.name_somebody' : 'events.name_system')
  }

  /** Whom an administrator acted as. */
  #represented({ actorId }: LedgerEvent) {
    return this.#isReader(actorId) ? t('events.whom_you') : this.#personal(actorId!)
  }

  #personal(id: string) {
    return this.users.get(id)?.fullName ?? t('events.whom_deleted')
  }

  #whom({ subjectType, subjectId, actorId }: LedgerEvent) {
    if (this.#isReader(subjectId)) return t('events.whom_you')
    if (subjectType !== 'user')
      return this.organizations.get(subjectId)?.name ?? subjectType.replaceAll('_', ' ')
    return subjectId === actorId ? t('events.whom_self') : this.#personal(subjectId)
  }

  #whose(event: LedgerEvent) {
    const { subjectType, subjectId, actorId } = event
    if (this.#isReader(subjectId)) return t('events.whose_you')
    if (subjectId === actorId) return t('events.whose_self')
    if (subjectType === 'user' && !this.users.has(subjectId)) return t('events.whose_deleted')
    return t('events.whose', { name: this.#whom(event) })
  }

  #isReader(id: string | null) {
    return typeof this.reader === 'object' && 'person' in this.reader && this.reader.person === id
  }

  /** Those who run the platform are not named to whom they look after. */
  #isStaff({ actorId }: LedgerEvent) {
    const actor = actorId && this.users.get(actorId)
    if (this.reader === 'platform' || !actor || this.#isReader(actor.id)) return false
    return can(actor, 'user.read') && !this.members.has(actor.id)
  }

  /** Nobody learns from where somebody else has acted on their account; an organization learns it of its members. */
  #isTraceable(event: LedgerEvent) {
    if (this.reader === 'platform') return true
    if (event.impersonatorId) return this.#isReader(event.impersonatorId)
    if ('organization' in this.reader) return !this.#isStaff(event)
    return event.actorId === null || this.#isReader(event.actorId)
  }
}

/** Asked for by a visitor, whom nobody knew yet. */
const isAnonymous = ({ actorId, ip }: LedgerEvent) => actorId === null && ip !== null

function sentenceFor({ action, metadata }: LedgerEvent, parties: Parties, name: string) {
  const sentence = sentences[action as Action] as ((parties: Parties, metadata: object) => string) | undefined
  return sentence?.(parties, metadata) ?? `${name}: ${action.replace('.', ' ').replaceAll('_', ' ')}.`
}
