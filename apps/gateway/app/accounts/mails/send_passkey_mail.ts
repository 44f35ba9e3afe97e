import { PasskeyMail } from '#accounts/mails/passkey_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendPasskeyMail: Subscriber = async ({ id, action, subjectId, metadata }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user) return
  const { email, fullName } = user
  const added = action === 'user.passkey_added'
  await post(new PasskeyMail(email, id, { fullName, name: String(metadata.name), added }))
}

export default sendPasskeyMail
