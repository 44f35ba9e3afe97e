import { TrialMail } from '#billing/mails/trial_mail'
import { payersOf } from '#billing/payers'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendTrialMail: Subscriber = async ({ id, organizationId, metadata }) => {
  const payers = await payersOf(organizationId!)
  if (!payers) return
  const data = { ...(metadata as unknown as typeof TrialMail.sample), organizationName: payers.name }
  for (const address of payers.addresses) await post(new TrialMail(address, id, data))
}

export default sendTrialMail
