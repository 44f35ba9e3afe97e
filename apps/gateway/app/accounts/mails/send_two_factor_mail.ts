import { type TwoFactorChange, TwoFactorMail } from '#accounts/mails/two_factor_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendTwoFactorMail: Subscriber = async ({ id, action, subjectId, metadata }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user) return
  const left = typeof metadata.left === 'number' ? metadata.left : null
  const change = action as TwoFactorChange
  await post(new TwoFactorMail(user.email, id, { fullName: user.fullName, change, left }))
}

export default sendTwoFactorMail
