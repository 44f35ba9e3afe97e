import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class BillingReplay extends BaseCommand {
  static override commandName = 'billing:replay'
  static override description = 'Process messages of Lago again: one by its key, or all that have failed'
  static override help = ['node ace billing:replay 6a0e9d0c-…', 'node ace billing:replay --failed']
  static override options: CommandOptions = { startApp: true }

  @args.string({
    description: 'The key of the message, as /admin/billing/webhooks shows it',
    required: false,
  })
  declare key?: string

  @flags.boolean({ description: 'Every message that has failed and is not done yet' })
  declare failed: boolean

  override async run() {
    const { default: LagoWebhook } = await import('#billing/models/lago_webhook')
    if (Boolean(this.key) === Boolean(this.failed)) return this.#refuse('Name one key, or say --failed.')

    const found = await LagoWebhook.query()
      .if(this.key, (query) => query.where({ uniqueKey: this.key! }))
      .if(this.failed, (query) => query.whereRaw(LagoWebhook.states.failed))
      .orderBy('received_at')
    if (this.key && found.length === 0) return this.#refuse(`There is no message "${this.key}".`)
    for (const webhook of found) await webhook.replay()
    this.logger.success(
      `${found.length} ${found.length === 1 ? 'message' : 'messages'} to be processed again`,
    )
  }

  #refuse(reason: string) {
    this.exitCode = 1
    this.logger.error(reason)
  }
}
