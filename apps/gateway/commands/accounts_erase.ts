import { setTimeout as sleep } from 'node:timers/promises'
import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { DateTime } from 'luxon'

export default class AccountsErase extends BaseCommand {
  static override commandName = 'accounts:erase'
  static override description =
    'Delete an account whose owner has asked for it, without waiting until they can change their mind no more'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'E-mail address of the account' })
  declare email: string

  override async run() {
    const { Erasure } = await import('#accounts/erasure/erasure')
    const { default: User } = await import('#accounts/models/user')
    await this.#connected()

    const user = await User.findBy({ email: this.email.trim().toLowerCase() })
    if (!user?.deletionDueAt) return this.#refuse('Nobody with this address has asked to be deleted.')
    await user.merge({ deletionDueAt: DateTime.utc() }).save()
    if (await new Erasure(user.id).carryOut()) return this.logger.success('Deleted.')
    return this.#refuse('Something stands in the way; its owner is told by mail what it is.')
  }

  /** Commands are not kept waiting for the stores; this one ends sessions, which are in Redis. */
  async #connected() {
    const { default: redis } = await import('@adonisjs/redis/services/main')
    const connection = redis.connection()
    for (let tries = 0; tries < 100 && !connection.isReady(); tries += 1) await sleep(50)
  }

  #refuse(reason: string) {
    this.exitCode = 1
    this.logger.error(reason)
  }
}
