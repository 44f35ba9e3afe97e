import mail from '@adonisjs/mail/services/main'
import { WelcomeMail } from '#accounts/mails/welcome_mail'
import User from '#accounts/models/user'
import type { Subscriber } from '#ledger/subscriber'

const sendWelcomeMail: Subscriber = async (event, trx) => {
  const user = await User.find(event.subjectId, { client: trx })
  if (!user) return
  await mail.send(new WelcomeMail(user, String(event.metadata.organizationName), event.id))
}

export default sendWelcomeMail
