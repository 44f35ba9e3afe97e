import { PasskeyMail } from '#accounts/mails/passkey_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendPasskeyMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user) return
  const { email, fullName } = user
  const added = event.action === 'user.passkey_added'
  const mail = new PasskeyMail(email, event.id, { fullName, name: String(event.metadata.name), added })
  await post(mail, await languageOf(user, event, trx))
}

export default sendPasskeyMail
