import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('ledger_deliveries', (table) => {
      table.timestamp('failed_at')
      table.text('failure')
    })
    this.#indexOpen('completed_at is null and failed_at is null')
  }

  override async down() {
    this.#indexOpen('completed_at is null')
    this.schema.alterTable('ledger_deliveries', (table) => {
      table.dropColumns('failed_at', 'failure')
    })
  }

  #indexOpen(condition: string) {
    this.schema.raw('drop index ledger_deliveries_open')
    this.schema.raw(
      `create index ledger_deliveries_open on ledger_deliveries (queued_at nulls first) where ${condition}`,
    )
  }
}
