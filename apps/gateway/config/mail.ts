import { defineConfig, transports } from '@adonisjs/mail'
import type { InferMailers } from '@adonisjs/mail/types'
import env from '#start/env'

const user = env.get('SMTP_USERNAME')
const { name, address } = env.get('MAIL_FROM')

/** What every provider's API wants: a key, and another address than the usual one where the account lives elsewhere. */
const api = (usual: string) => ({
  key: env.get('MAIL_API_KEY')?.release() ?? '',
  baseUrl: env.get('MAIL_API_URL') ?? usual,
})

const mailConfig = defineConfig({
  default: env.get('MAIL_TRANSPORT'),
  from: { name: name || env.get('APP_NAME'), address },
  mailers: {
    smtp: transports.smtp({
      host: env.get('SMTP_HOST'),
      port: env.get('SMTP_PORT'),
      secure: env.get('SMTP_PORT') === 465,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 10_000,
      auth: user ? { type: 'login', user, pass: env.get('SMTP_PASSWORD')?.release() ?? '' } : undefined,
    }),
    brevo: transports.brevo(api('https://api.brevo.com/v3')),
    mailgun: transports.mailgun({
      ...api('https://api.mailgun.net/v3'),
      domain: env.get('MAIL_DOMAIN') ?? '',
    }),
    postmark: transports.postmark(api('https://api.postmarkapp.com')),
    resend: transports.resend(api('https://api.resend.com')),
    sparkpost: transports.sparkpost(api('https://api.sparkpost.com/api/v1')),
  },
})

export default mailConfig

declare module '@adonisjs/mail/types' {
  export interface MailersList extends InferMailers<typeof mailConfig> {}
}
