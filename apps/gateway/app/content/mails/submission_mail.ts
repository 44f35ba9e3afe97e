import { BaseMail } from '@adonisjs/mail'
import type { Form, FormSubmission } from '#content/cms/schema'
import { html } from '#core/html'
import env from '#start/env'

export class SubmissionMail extends BaseMail {
  constructor(
    private form: Pick<Form, 'name' | 'fields'>,
    private submission: Pick<FormSubmission, 'id' | 'data'>,
    private recipient: string,
  ) {
    super()
  }

  override prepare() {
    const { name } = this.form
    const fields = this.form.fields ?? []
    const { id, data } = this.submission
    const answers = fields.map((field) => [field.label, String(data[field.name] ?? '–')] as const)
    const sender = fields.find(({ type }) => type === 'email')?.name
    const replyTo = sender && data[sender]

    this.message
      .to(this.recipient)
      .subject(`${name}: a new message`)
      .header('Message-ID', `<${id}.submission@${new URL(env.get('APP_URL')).hostname}>`)
      .text(answers.map(([label, value]) => `${label}:\n${value}`).join('\n\n'))
      .html(
        answers
          .map(
            ([label, value]) =>
              html`<p style="white-space: pre-line"><strong>${label}</strong><br />${value}</p>`,
          )
          .join(''),
      )
    if (typeof replyTo === 'string') this.message.replyTo(replyTo)
  }
}
