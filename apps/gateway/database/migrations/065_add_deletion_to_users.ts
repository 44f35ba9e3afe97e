import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('users', (table) => {
      // When the person's wish to be deleted is carried out; until it has begun they can take it back.
      table.timestamp('deletion_due_at')
      table.timestamp('deletion_started_at')
      // The row stays, without a name: the ledger points to it.
      table.timestamp('deleted_at')
    })
    this.schema.raw(
      'create index users_to_delete on users (deletion_due_at) where deletion_due_at is not null and deleted_at is null',
    )
  }

  override async down() {
    this.schema.raw('drop index users_to_delete')
    this.schema.alterTable('users', (table) => {
      table.dropColumns('deletion_due_at', 'deletion_started_at', 'deleted_at')
    })
  }
}
