import logger from '@adonisjs/core/services/logger'
import { SubmissionMail } from '#content/mails/submission_mail'
import { loadSubmission } from '#content/submission'
import { post } from '#core/mail/post'
import type { Subscriber } from '#ledger/subscriber'

const sendSubmissionMail: Subscriber = async (event) => {
  const { submission, form, recipient } = await loadSubmission(event.subjectId, String(event.metadata.formId))
  if (!recipient) {
    logger.warn(
      { submission: submission.id },
      'The CMS names no contact address; the message waits in its inbox',
    )
    return
  }
  const { name, fields } = form
  await post(
    new SubmissionMail(recipient, submission.id, {
      form: { name, fields: fields ?? [] },
      answers: submission.data,
    }),
  )
}

export default sendSubmissionMail
