import logger from '@adonisjs/core/services/logger'
import { UnrecoverableError } from 'bullmq'
import type { Eraser } from '#accounts/erasure/eraser'
import { AccountDeletedMail } from '#accounts/mails/account_deleted_mail'
import { post } from '#core/mail/post'
import { languageOf } from '#accounts/reading_language'

/** The last mail, while the address is still known. One that refuses it keeps nobody's data here. */
const farewell: Eraser = async (user) => {
  const { id, email, fullName } = user
  const language = await languageOf(user)
  await post(new AccountDeletedMail(email, id, { fullName }), language).catch((err: unknown) => {
    if (!(err instanceof UnrecoverableError)) throw err
    logger.warn({ err, userId: id }, 'farewell refused')
  })
}

export default farewell
