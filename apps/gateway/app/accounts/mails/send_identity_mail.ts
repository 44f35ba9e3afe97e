import { IdentityMail } from '#accounts/mails/identity_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import { providerLabels } from '#config/ally'
import type { Subscriber } from '#ledger/subscriber'

const sendIdentityMail: Subscriber = async ({ id, subjectId, metadata }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user) return
  const provider = providerLabels[metadata.provider as keyof typeof providerLabels]
  const account = typeof metadata.email === 'string' ? metadata.email : null
  await post(new IdentityMail(user.email, id, { fullName: user.fullName, provider, account }))
}

export default sendIdentityMail
