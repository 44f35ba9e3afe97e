import type { Infer } from '@vinejs/vine/types'
import type { platformEventListValidator } from '#admin/validators/ledger'
import { EventList, ofOrganization, ofPerson } from '#audit/event_list'
import LedgerEvent from '#ledger/models/ledger_event'

/** The ledger of the whole platform, or of one person or organization in it. */
export function platformEvents({ user, organization, ...wanted }: Infer<typeof platformEventListValidator>) {
  const scope = () => {
    if (user) return ofPerson(user)
    return organization ? ofOrganization(organization) : LedgerEvent.query()
  }
  return new EventList(scope, wanted)
}
