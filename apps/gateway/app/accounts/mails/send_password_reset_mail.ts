import { OtherWayMail } from '#accounts/mails/other_way_mail'
import { PasswordResetMail } from '#accounts/mails/password_reset_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { refusalOf } from '#accounts/sign_in_rule'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendPasswordResetMail: Subscriber = async ({ id, subjectId }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user || user.disabledAt) return
  const { email, fullName } = user
  const refusal = await refusalOf(user, 'password')
  if (refusal) return post(new OtherWayMail(email, id, { fullName, refusal }))

  const token = await AccountToken.issue(trx, user, 'password_reset')
  await post(new PasswordResetMail(email, id, { fullName, token }))
}

export default sendPasswordResetMail
