import { IdentityMail } from '#accounts/mails/identity_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import { providerLabels } from '#config/ally'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendIdentityMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user) return
  const { metadata } = event
  const provider = providerLabels[metadata.provider as keyof typeof providerLabels]
  const account = typeof metadata.email === 'string' ? metadata.email : null
  const mail = new IdentityMail(user.email, event.id, { fullName: user.fullName, provider, account })
  await post(mail, await languageOf(user, event, trx))
}

export default sendIdentityMail
