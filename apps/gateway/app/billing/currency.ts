import db from '@adonisjs/lucid/services/db'
import { currencies, plans } from '#config/plans'
import { FieldException } from '#core/exceptions/field_exception'

export interface OwnCurrency {
  currency: string
  /** Whether Lago keeps it for good, as it does from the first thing on that has a price. */
  isFinal: boolean
}

/** In which an organization pays: that of its customer at Lago, or the one that is meant as long as nobody chooses. */
export async function currencyOf(organizationId: string): Promise<OwnCurrency> {
  const { rows } = await db.rawQuery<{ rows: [{ currency: string | null; isFinal: boolean }] }>(
    `select (select currency from billing_customers where organization_id = :organizationId) as currency,
       exists (select from subscriptions where organization_id = :organizationId)
       or exists (select from invoices where organization_id = :organizationId)
       or exists (select from wallets where organization_id = :organizationId)
       or exists (select from applied_coupons where organization_id = :organizationId and currency is not null)
         as "isFinal"`,
    { organizationId },
  )
  const [{ currency, isFinal }] = rows
  return { currency: currency ?? currencies[0], isFinal }
}

/** @throws FieldException for a plan of another currency than the one that an organization has for good */
export function refuseForeignPlan({ currency, isFinal }: OwnCurrency, planCode: string) {
  const plan = plans.find(({ code }) => code === planCode)!
  if (isFinal && plan.currency !== currency)
    throw new FieldException('planCode', 'plan_currency', { own: currency, other: plan.currency })
  return plan
}
