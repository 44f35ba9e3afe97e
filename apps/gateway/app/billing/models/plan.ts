import { PlanSchema } from '#database/schema'
import { included } from '#billing/entitlements'
import { plans } from '#config/plans'

const order = plans.map(({ code }) => code)

/** A plan as Lago has it; what the pricing page says beyond that stands in `config/plans.ts`. */
export default class Plan extends PlanSchema {
  static override selfAssignPrimaryKey = true

  /** The plans that can be chosen, in the order of the price list. Others that Lago may have are not for sale here. */
  static async onSale() {
    const rows = await this.query().whereIn('code', order)
    return rows.sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code))
  }

  get included() {
    return included(this.code, this.entitlements)
  }

  get features() {
    return plans.find(({ code }) => code === this.code)?.features ?? []
  }
}
