import { GuessingMail } from '#accounts/mails/guessing_mail'
import User from '#accounts/models/user'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

const sendGuessingMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user) return
  const { email, fullName } = user
  const { metadata, ip } = event
  const mail = new GuessingMail(email, event.id, { fullName, tries: Number(metadata.tries), ip })
  // Whoever guesses is perhaps somebody else, so the language that their browser asks for says nothing.
  await post(mail, await languageOf(user, null, trx))
}

export default sendGuessingMail
