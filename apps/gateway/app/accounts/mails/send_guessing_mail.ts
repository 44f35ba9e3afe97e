import { GuessingMail } from '#accounts/mails/guessing_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendGuessingMail: Subscriber = async ({ id, subjectId, metadata, ip }, trx) => {
  const user = await User.find(subjectId, { client: trx })
  if (!user) return
  const { email, fullName } = user
  await post(new GuessingMail(email, id, { fullName, tries: Number(metadata.tries), ip }))
}

export default sendGuessingMail
