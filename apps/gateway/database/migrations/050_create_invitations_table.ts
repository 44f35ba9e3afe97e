import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('invitations', (table) => {
      table.uuid('id').primary()
      table.uuid('organization_id').notNullable().references('organizations.id').onDelete('CASCADE')
      table.text('email').notNullable()
      table.text('role').notNullable()
      table.uuid('invited_by').references('users.id').onDelete('SET NULL').index()
      // Of the secret in the latest mail; null until that is written.
      table.text('hash').unique()
      table.timestamp('sent_at').notNullable()
      table.timestamp('expires_at').notNullable().index()
      table.timestamp('accepted_at')
      table.timestamp('created_at').notNullable().defaultTo(this.now())

      table.index('email')
      table.check('email = lower(trim(email))', [], 'invitations_email_normalised')
    })
    this.schema.raw(
      'create unique index invitations_one_pending on invitations (organization_id, email) where accepted_at is null',
    )
  }

  override async down() {
    this.schema.dropTable('invitations')
  }
}
