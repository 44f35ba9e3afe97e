import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('plans', (table) => {
      table.text('code').primary()
      table.text('name').notNullable()
      table.text('description').notNullable()
      table.text('interval').notNullable()
      table.bigInteger('amount_cents').notNullable()
      table.text('currency').notNullable()
      table.integer('trial_days').notNullable()
      table.jsonb('charges').notNullable()
      table.timestamp('synced_at').notNullable()
    })

    this.schema.createTable('billing_customers', (table) => {
      table.uuid('organization_id').primary().references('organizations.id').onDelete('CASCADE')
      // Who is talking to Lago about this customer, and until when he may be believed to be alive.
      table.uuid('lease')
      table.timestamp('leased_until')
      table.timestamp('synced_at')
      table.timestamp('created_at').notNullable().defaultTo(this.now())
    })

    this.schema.createTable('subscriptions', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('lago_id').notNullable().unique()
      table.text('plan_code').notNullable()
      table.text('status').notNullable()
      table.timestamp('started_at')
      table.timestamp('current_period_end')
      table.timestamp('trial_ends_at')
      table.timestamp('cancel_at')
      table.timestamp('canceled_at')
      table.text('next_plan_code')
      table.timestamp('created_at').notNullable().defaultTo(this.now())

      table.index(['organization_id', 'id'])
      table.check(
        "status in ('incomplete', 'active', 'past_due', 'canceled')",
        [],
        'subscriptions_status_known',
      )
    })
    this.schema.raw(
      "create unique index subscriptions_one_alive on subscriptions (organization_id) where status <> 'canceled'",
    )

    this.schema.createTable('invoices', (table) => {
      // Lago's id: the mirror mints none of its own.
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('number').notNullable()
      table.text('status').notNullable()
      table.text('payment_status').notNullable()
      table.text('payment_error')
      table.date('issued_on').notNullable()
      table.date('due_on')
      table.boolean('overdue').notNullable()
      table.bigInteger('total_cents').notNullable()
      table.text('currency').notNullable()
      table.timestamp('issued_at').notNullable()

      table.index(['organization_id', 'issued_at'])
      table.check("payment_status in ('pending', 'succeeded', 'failed')", [], 'invoices_payment_status_known')
    })

    this.schema.createTable('lago_webhooks', (table) => {
      table.text('unique_key').primary()
      table.text('type').notNullable()
      // No foreign key: a webhook may speak of what is gone here.
      table.uuid('organization_id')
      table.jsonb('payload').notNullable()
      table.timestamp('received_at').notNullable().defaultTo(this.now())
      table.timestamp('processed_at')
      table.text('error')
    })
    this.schema.raw(
      'create index lago_webhooks_open on lago_webhooks (received_at) where processed_at is null',
    )
  }

  override async down() {
    this.schema.dropTable('lago_webhooks')
    this.schema.dropTable('invoices')
    this.schema.dropTable('subscriptions')
    this.schema.dropTable('billing_customers')
    this.schema.dropTable('plans')
  }
}
