import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { errors } from '@vinejs/vine'

export default class AdminCreate extends BaseCommand {
  static override commandName = 'admin:create'
  static override description = 'Make somebody an administrator of the platform'
  static override help = [
    'Whoever has an account gets the role; anybody else gets an account. Its password is asked for here, or chosen by a link',
    'that is mailed: with --mail, and where nobody is at the keyboard. The worker has to run for the mail to leave.',
  ]
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Address of the administrator', required: true })
  declare email: string

  @flags.string({ description: 'Full name; without it, the part of the address before the @' })
  declare name?: string

  @flags.boolean({ description: 'Mail a link to choose a password instead of asking for one' })
  declare mail: boolean

  override async run() {
    const { Appointment } = await import('#admin/appointment')
    const { administratorValidator } = await import('#admin/validators/administrator')
    const refusal = await this.#refusalOf(administratorValidator, { email: this.email, fullName: this.name })
    if (refusal) return this.#fail(refusal)

    const { email, fullName = email.split('@')[0]! } = await administratorValidator.validate({
      email: this.email,
      fullName: this.name,
    })
    const appointment = new Appointment(email)
    const user = await appointment.find()
    if (user?.disabledAt) return this.#fail(`The account of ${email} is disabled. Enable it first.`)
    if (user?.role === 'platform_admin') return this.logger.info(`${email} is an administrator already`)
    if (user) {
      await appointment.promote(user)
      return this.logger.success(`${email} is an administrator now, and has to sign in again`)
    }

    const password = this.mail || !process.stdin.isTTY ? null : await this.#askForPassword()
    await appointment.admit({ fullName, password })
    this.logger.success(`${email} is an administrator`)
    if (password === null)
      this.logger.info(`A link to choose a password is on its way; it works for one hour`)
  }

  async #askForPassword() {
    const { firstPasswordValidator } = await import('#accounts/validators/account')
    return this.prompt.secure('Password', {
      hint: 'at least 10 characters',
      validate: async (password: string) =>
        (await this.#refusalOf(firstPasswordValidator, { password })) ?? true,
    })
  }

  /** The first thing that is wrong, in words. */
  async #refusalOf(validator: { validate: (data: object) => Promise<unknown> }, data: object) {
    try {
      await validator.validate(data)
    } catch (error) {
      if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
      return (error.messages as { message: string }[])[0]?.message ?? error.message
    }
  }

  #fail(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }
}
