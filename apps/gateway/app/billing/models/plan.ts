import { PlanSchema } from '#database/schema'
import { included } from '#billing/entitlements'
import { linesOf, metricName, planWord } from '#billing/plan_words'
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

  /** Of what is charged by use, each with its name in the language of whoever reads it. */
  get metered() {
    return this.charges.map((charge) => ({ ...charge, name: metricName(charge.metric, charge.name) }))
  }

  get shownName() {
    return planWord(this.code, 'name', this.name)
  }

  get shownDescription() {
    return planWord(this.code, 'description', this.description)
  }

  get features() {
    return linesOf(this.code)
  }
}
