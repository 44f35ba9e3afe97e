import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class BillingGrant extends BaseCommand {
  static override commandName = 'billing:grant'
  static override description = 'Give an organization a feature beyond its plan, or take that back'
  static override help = [
    'node ace billing:grant acme sso yes',
    'node ace billing:grant acme api_calls 50000',
    'node ace billing:grant acme api_calls unlimited',
    'node ace billing:grant acme sso plan      (what the plan says counts again)',
  ]
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'The slug of the organization' })
  declare slug: string

  @args.string({ description: 'The feature, as in config/plans.ts' })
  declare feature: string

  @args.string({ description: 'yes, no, a number, unlimited, or plan' })
  declare value: string

  override async run() {
    const { grant } = await import('#billing/grant')
    const refusal = await grant(this.slug, this.feature, this.value)
    if (!refusal) return this.logger.success(`${this.slug}: ${this.feature} ${this.value}`)
    this.logger.error(refusal)
    this.exitCode = 1
  }
}
