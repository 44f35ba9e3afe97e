import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class BillingPlans extends BaseCommand {
  static override commandName = 'billing:plans'
  static override description = 'Show where Lago differs from config/plans.ts, and change nothing'
  static override options: CommandOptions = { startApp: true }

  @flags.boolean({ description: 'End with an error when something differs' })
  declare check: boolean

  override async run() {
    const { PriceList } = await import('#billing/price_list')
    const drift = await new PriceList().drift()
    for (const difference of drift) this.logger.warning(difference)
    if (drift.length === 0) this.logger.info('Lago is in line with config/plans.ts')
    else {
      this.logger.info('`node ace billing:apply` brings it in line.')
      if (this.check) this.exitCode = 1
    }
  }
}
