import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('trial_reminders', (table) => {
      table.uuid('subscription_id').notNullable().references('subscriptions.id').onDelete('CASCADE')
      // Which of the days of config/trials.ts it was; each is sent once, whoever works at the same time.
      table.integer('days').notNullable()
      table.timestamp('created_at').notNullable().defaultTo(this.now())
      table.primary(['subscription_id', 'days'])
    })
  }

  override async down() {
    this.schema.dropTable('trial_reminders')
  }
}
