import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('users', (table) => {
      // The name of the stored picture without its size; null shows initials.
      table.text('avatar')
    })
  }

  override async down() {
    this.schema.alterTable('users', (table) => {
      table.dropColumn('avatar')
    })
  }
}
