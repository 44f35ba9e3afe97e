import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('billing_customers', (table) => {
      table.text('legal_name')
      table.text('address_line_1')
      table.text('address_line_2')
      table.text('city')
      table.text('postal_code')
      table.text('state')
      table.text('country')
      table.text('tax_number')
      table.text('currency')
      // The code of the tax that Lago puts on the invoices of this customer; without one, those of the seller.
      table.text('tax_code')
    })
  }

  override async down() {
    this.schema.alterTable('billing_customers', (table) => {
      table.dropColumns(
        'legal_name',
        'address_line_1',
        'address_line_2',
        'city',
        'postal_code',
        'state',
        'country',
        'tax_number',
        'currency',
        'tax_code',
      )
    })
  }
}
