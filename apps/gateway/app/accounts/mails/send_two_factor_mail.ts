import { type TwoFactorChange, TwoFactorMail } from '#accounts/mails/two_factor_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendTwoFactorMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user) return
  const { action, metadata } = event
  const left = typeof metadata.left === 'number' ? metadata.left : null
  const change = action as TwoFactorChange
  const mail = new TwoFactorMail(user.email, event.id, { fullName: user.fullName, change, left })
  await post(mail, await languageOf(user, event, trx))
}

export default sendTwoFactorMail
