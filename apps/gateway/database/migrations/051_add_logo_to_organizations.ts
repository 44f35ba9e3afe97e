import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('organizations', (table) => {
      // The name of the stored picture without its size, as of people's; null shows the first letter.
      table.text('logo')
    })
  }

  override async down() {
    this.schema.alterTable('organizations', (table) => table.dropColumn('logo'))
  }
}
