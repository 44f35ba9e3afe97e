import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { uuidv7 } from 'uuidv7'

interface Failure extends Error {
  cause?: Error & { response?: { status: number } }
}

export default class MailsTest extends BaseCommand {
  static override commandName = 'mails:test'
  static override description = 'Send a mail by the configured transport, and say what its server answers'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'Where to send it' })
  declare address: string

  override async run() {
    const { post } = await import('#core/mail/post')
    const { TestMail } = await import('#core/mails/test_mail')
    const { default: env } = await import('#start/env')
    const transport = env.get('MAIL_TRANSPORT')
    try {
      await post(new TestMail(this.address, uuidv7(), { transport }))
      this.logger.success(`Handed over to ${transport}. It should arrive at ${this.address} in a moment.`)
    } catch (error) {
      const { message, cause } = error as Failure
      this.logger.error([`${transport}: ${message}`, cause?.message].filter(Boolean).join(': '))
      this.exitCode = 1
    }
  }
}
