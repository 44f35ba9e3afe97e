import { t } from '#core/language'
import type { FormField, FormSubmission } from '#content/cms/schema'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  form: { name: string; fields: Pick<FormField, 'name' | 'label' | 'type'>[] }
  answers: FormSubmission['data']
}

export class SubmissionMail extends ProductMail<Data> {
  static sample: Data = {
    form: {
      name: 'Contact',
      fields: [
        { name: 'name', label: 'Name', type: 'text' },
        { name: 'email', label: 'E-mail', type: 'email' },
        { name: 'message', label: 'Message', type: 'textarea' },
      ],
    },
    answers: {
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      message: 'Hello,\nhow many cranes do you have?',
    },
  }

  override letter() {
    const { form, answers } = this.data
    return {
      subject: t('mails.submission.subject', { form: form.name }),
      paragraphs: [t('mails.submission.text', { form: form.name })],
      facts: form.fields.map(({ name, label }): [string, string] => [label, String(answers[name] ?? '–')]),
      footnote: t('mails.submission.footnote'),
    }
  }

  override prepare() {
    super.prepare()
    const sender = this.data.form.fields.find(({ type }) => type === 'email')?.name
    const replyTo = sender && this.data.answers[sender]
    if (typeof replyTo === 'string') this.message.replyTo(replyTo)
  }
}
