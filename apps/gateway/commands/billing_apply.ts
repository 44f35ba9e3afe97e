import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import env from '#start/env'

export default class BillingApply extends BaseCommand {
  static override commandName = 'billing:apply'
  static override description =
    'Bring the plans and the webhook endpoint of Lago in line with config/plans.ts'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const { PriceList } = await import('#billing/price_list')
    const { WebhookEndpoint } = await import('#billing/webhook_endpoint')

    try {
      const changes = await new PriceList().apply()
      changes.push(...(await new WebhookEndpoint(env.get('LAGO_WEBHOOK_URL')).register()))
      for (const change of changes) this.logger.success(change)
      if (changes.length === 0) this.logger.info('Lago is in line with config/plans.ts')
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error
      this.logger.error(
        `Lago does not answer at ${env.get('LAGO_URL')} (${rootOf(error)}). ` +
          'Check LAGO_URL and LAGO_API_KEY, and that Lago runs.',
      )
      this.exitCode = 1
    }
  }
}

/** The message of what went wrong first. */
function rootOf({ cause, message }: Error): string {
  return cause instanceof Error ? rootOf(cause) : message
}
