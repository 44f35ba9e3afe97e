import { yearlyAmount } from '../billing/periods.ts'
import { notFound } from '../errors.ts'
import type { PlanRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'

/** A plan change takes effect at once when the new plan costs at least as much in a year (CONTRACT 2.6). */
export const isUpgrade = (from: PlanRow, to: PlanRow) =>
  yearlyAmount(to.amount_cents, to.interval) >= yearlyAmount(from.amount_cents, from.interval)

export async function findPlan(transaction: Transaction, code: string) {
  const plan = await transaction.find('plans', { code, deleted_at: null, parent_id: null })
  if (!plan) throw notFound('plan')
  return plan
}
