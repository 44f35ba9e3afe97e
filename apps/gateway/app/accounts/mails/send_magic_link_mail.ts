import { MagicLinkMail } from '#accounts/mails/magic_link_mail'
import { OtherWayMail } from '#accounts/mails/other_way_mail'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import { refusalOf } from '#accounts/sign_in_rule'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'
import { speak } from '#core/language'

const sendMagicLinkMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user || user.disabledAt) return
  const { email, fullName } = user
  const language = await languageOf(user, event, trx)
  const refusal = await speak(language, () => refusalOf(user, 'magic_link'))
  if (refusal) return post(new OtherWayMail(email, event.id, { fullName, refusal }), language)

  const token = await AccountToken.issue(trx, user, 'magic_link', {
    browserHash: String(event.metadata.browserHash),
  })
  await post(new MagicLinkMail(email, event.id, { fullName, token }), language)
}

export default sendMagicLinkMail
