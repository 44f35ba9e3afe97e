import logger from '@adonisjs/core/services/logger'
import mail from '@adonisjs/mail/services/main'
import { SubmissionMail } from '#content/mails/submission_mail'
import { loadSubmission } from '#content/submission'
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
  await mail.send(new SubmissionMail(form, submission, recipient))
}

export default sendSubmissionMail
