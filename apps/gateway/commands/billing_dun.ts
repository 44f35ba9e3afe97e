import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class BillingDun extends BaseCommand {
  static override commandName = 'billing:dun'
  static override description =
    'Take the next step with everybody who owes, and remind of trials, without waiting for the worker’s next minute'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const { default: dun } = await import('#billing/jobs/dun')
    const { default: remindOfTrials } = await import('#billing/jobs/remind_of_trials')
    await dun()
    await remindOfTrials()
    this.logger.success('Done')
  }
}
