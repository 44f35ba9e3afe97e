import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('subscriptions', (table) => {
      table.timestamp('current_period_start')
    })
    this.schema.createTable('usage_events', (table) => {
      // Lago's transaction id too: whatever is sent again under it counts once.
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('metric').notNullable()
      table.timestamp('happened_at').notNullable()
      table.timestamp('sent_at')
      table.text('refusal')
    })
    this.schema.raw('create index usage_events_waiting on usage_events (id) where sent_at is null')

    this.schema.createTable('usage_days', (table) => {
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.uuid('user_id').notNullable().references('users.id').onDelete('CASCADE')
      table.text('metric').notNullable()
      table.date('day').notNullable()
      table.bigInteger('count').notNullable()
      table.primary(['organization_id', 'metric', 'day', 'user_id'])
    })
    this.schema.createTable('usage_warnings', (table) => {
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('metric').notNullable()
      table.date('period_start').notNullable()
      table.integer('percent').notNullable()
      table.primary(['organization_id', 'metric', 'period_start', 'percent'])
    })
  }

  override async down() {
    this.schema.dropTable('usage_warnings')
    this.schema.dropTable('usage_days')
    this.schema.dropTable('usage_events')
    this.schema.alterTable('subscriptions', (table) => {
      table.dropColumn('current_period_start')
    })
  }
}
