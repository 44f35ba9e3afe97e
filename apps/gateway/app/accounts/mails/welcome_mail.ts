import { BaseMail } from '@adonisjs/mail'
import type User from '#accounts/models/user'
import { html } from '#core/html'
import env from '#start/env'

export class WelcomeMail extends BaseMail {
  override subject = 'Welcome to Gantry'

  constructor(
    private user: User,
    private organizationName: string,
    private eventId: string,
  ) {
    super()
  }

  override prepare() {
    const { fullName, email } = this.user
    const dashboard = `${env.get('APP_URL')}/dashboard`

    this.message
      .to(email, fullName)
      // The same event makes the same id, so that a mail sent twice after a crash is recognised as one.
      .header('Message-ID', `<${this.eventId}.welcome@${new URL(dashboard).hostname}>`)
      .text(
        [
          `Hello ${fullName},`,
          `Your account is ready. We also opened an organization for you, "${this.organizationName}": it is where your plan, your invoices and the people you work with live.`,
          `Start here: ${dashboard}`,
          'If you did not register, you can ignore this mail.',
        ].join('\n\n'),
      )
      .html(
        html`<p>Hello ${fullName},</p>
          <p>
            Your account is ready. We also opened an organization for you,
            <strong>${this.organizationName}</strong>: it is where your plan, your invoices and the people you
            work with live.
          </p>
          <p><a href="${dashboard}">Open your dashboard</a></p>
          <p>If you did not register, you can ignore this mail.</p>`,
      )
  }
}
