import { sentences as accounts } from '#accounts/sentences'
import { sentences as admin } from '#admin/sentences'
import { sentences as audit } from '#audit/sentences'
import { sentences as billing } from '#billing/sentences'
import { sentences as content } from '#content/sentences'
import { sentences as organizations } from '#organizations/sentences'
import { sentences as singleSignOn } from '#single_sign_on/sentences'
import type { Sentences } from '#ledger/sentences'

/** How the ledger speaks to people. An action that is not here is told by its name. */
export const sentences: Sentences = {
  ...accounts,
  ...organizations,
  ...audit,
  ...billing,
  ...content,
  ...singleSignOn,
  ...admin,
}
