import { MagicLinkMail } from '#accounts/mails/magic_link_mail'
import { OtherWayMail } from '#accounts/mails/other_way_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { refusalOf } from '#accounts/sign_in_rule'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendMagicLinkMail: Subscriber = async ({ id, subjectId, metadata }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user || user.disabledAt) return
  const { email, fullName } = user
  const refusal = await refusalOf(user, 'magic_link')
  if (refusal) return post(new OtherWayMail(email, id, { fullName, refusal }))

  const token = await AccountToken.issue(trx, user, 'magic_link', {
    browserHash: String(metadata.browserHash),
  })
  await post(new MagicLinkMail(email, id, { fullName, token }))
}

export default sendMagicLinkMail
