import { BillingCustomerSchema } from '#database/schema'

export default class BillingCustomer extends BillingCustomerSchema {
  static override selfAssignPrimaryKey = true
  static override primaryKey = 'organizationId'
}
