import { QuotaMail } from '#billing/mails/quota_mail'
import { payersOf } from '#billing/payers'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendQuotaMail: Subscriber = async ({ id, organizationId, metadata }) => {
  const payers = await payersOf(organizationId!)
  const { percent, used, limit, resetsAt } = metadata as {
    percent: number
    used: number
    limit: number
    resetsAt: string
  }
  for (const address of payers?.addresses ?? []) {
    await post(new QuotaMail(address, id, { organizationName: payers!.name, percent, used, limit, resetsAt }))
  }
}

export default sendQuotaMail
