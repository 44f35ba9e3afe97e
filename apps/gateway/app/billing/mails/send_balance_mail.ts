import { BalanceMail } from '#billing/mails/balance_mail'
import { payersOf } from '#billing/payers'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendBalanceMail: Subscriber = async ({ id, organizationId, metadata }) => {
  const payers = await payersOf(organizationId!)
  if (!payers) return
  const data = { ...(metadata as unknown as typeof BalanceMail.sample), organizationName: payers.name }
  for (const address of payers.addresses) await post(new BalanceMail(address, id, data))
}

export default sendBalanceMail
