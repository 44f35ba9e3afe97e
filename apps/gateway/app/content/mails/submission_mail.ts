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
      subject: `${form.name}: a new message`,
      paragraphs: [`Somebody has filled in the form “${form.name}”.`],
      facts: form.fields.map(({ name, label }): [string, string] => [label, String(answers[name] ?? '–')]),
      footnote: 'An answer to this mail goes to the address that was given in the form, if one was.',
    }
  }

  override prepare() {
    super.prepare()
    const sender = this.data.form.fields.find(({ type }) => type === 'email')?.name
    const replyTo = sender && this.data.answers[sender]
    if (typeof replyTo === 'string') this.message.replyTo(replyTo)
  }
}
