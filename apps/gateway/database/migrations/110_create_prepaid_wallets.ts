import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('invoices', (table) => {
      // Lago's: a bill of the plan, or credit that is bought and owed by nobody until it is paid.
      table.text('type').notNullable().defaultTo('subscription')
    })
    this.schema.alterTable('billing_customers', (table) => {
      // Below this the payers are told, once until the balance has been above it again.
      table.bigInteger('low_balance_cents')
      table.boolean('balance_is_low').notNullable().defaultTo(false)
    })
    this.schema.createTable('wallets', (table) => {
      // Lago's id, here and below: the mirror mints none of its own.
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('status').notNullable()
      table.text('currency').notNullable()
      table.bigInteger('balance_cents').notNullable()
      table.timestamp('created_at').notNullable()
      table.index('organization_id')
    })
    this.schema.createTable('wallet_transactions', (table) => {
      table.uuid('id').primary()
      table.uuid('wallet_id').notNullable().references('wallets.id').onDelete('CASCADE')
      table.text('kind').notNullable()
      table.text('status').notNullable()
      // Negative where it left the wallet.
      table.bigInteger('amount_cents').notNullable()
      table.uuid('invoice_id')
      table.timestamp('created_at').notNullable()
      table.timestamp('settled_at')
      table.index(['wallet_id', 'created_at'])
    })
    this.schema.createTable('top_ups', (table) => {
      // Written on the transaction in Lago, which takes the same top-up as often as it is asked to.
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('key').notNullable()
      table.bigInteger('amount_cents').notNullable()
      table.timestamp('asked_at')
      table.uuid('transaction_id')
      table.timestamp('created_at').notNullable()
      table.unique(['organization_id', 'key'])
    })
  }

  override async down() {
    this.schema.dropTable('top_ups')
    this.schema.dropTable('wallet_transactions')
    this.schema.dropTable('wallets')
    this.schema.alterTable('billing_customers', (table) => {
      table.dropColumns('low_balance_cents', 'balance_is_low')
    })
    this.schema.alterTable('invoices', (table) => {
      table.dropColumn('type')
    })
  }
}
