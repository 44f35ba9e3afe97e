import { sentences as accounts } from '#accounts/sentences'
import { sentences as admin } from '#admin/sentences'
import { sentences as apiKeys } from '#api_keys/sentences'
import { sentences as audit } from '#audit/sentences'
import { sentences as billing } from '#billing/sentences'
import { sentences as content } from '#content/sentences'
import { sentences as organizations } from '#organizations/sentences'
import { sentences as singleSignOn } from '#single_sign_on/sentences'
import type { Sentences } from '#ledger/sentences'

/** How the ledger speaks to people: one sentence for each action, or the compiler says which is missing. */
export const sentences: Required<Sentences> = {
  ...accounts,
  ...organizations,
  ...audit,
  ...billing,
  ...content,
  ...singleSignOn,
  ...apiKeys,
  ...admin,
}
