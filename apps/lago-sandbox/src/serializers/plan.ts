import { isoSeconds } from '../domain/dates.ts'
import { planEntitlements } from '../domain/entitlements.ts'
import { taxesByCode } from '../domain/taxes.ts'
import { chargesOf } from '../domain/usage.ts'
import type { ChargeRow, PlanRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeTax } from './common.ts'

export async function serializeCharge(transaction: Transaction, charge: ChargeRow) {
  const metric = await transaction.get('billable_metrics', charge.billable_metric_id)
  return {
    lago_id: charge.id,
    lago_billable_metric_id: metric.id,
    code: charge.code,
    invoice_display_name: charge.invoice_display_name,
    billable_metric_code: metric.code,
    created_at: isoSeconds(charge.created_at),
    charge_model: charge.charge_model,
    invoiceable: charge.invoiceable,
    regroup_paid_fees: charge.regroup_paid_fees,
    pay_in_advance: charge.pay_in_advance,
    prorated: charge.prorated,
    min_amount_cents: charge.min_amount_cents,
    accepts_target_wallet: false,
    properties: charge.properties,
    applied_pricing_unit: null,
    lago_parent_id: charge.parent_id,
    filters: charge.filters.map(({ invoice_display_name, properties, values }) => ({
      invoice_display_name,
      properties,
      values,
    })),
    taxes: (await taxesByCode(transaction, charge.tax_codes)).map(serializeTax),
  }
}

export async function serializePlan(transaction: Transaction, plan: PlanRow, { detailed = false } = {}) {
  const charges = []
  for (const charge of await chargesOf(transaction, plan)) {
    charges.push(await serializeCharge(transaction, charge))
  }
  const { tax_codes: commitmentTaxes = [], ...commitment } = plan.minimum_commitment ?? {}
  return {
    lago_id: plan.id,
    name: plan.name,
    invoice_display_name: plan.invoice_display_name,
    created_at: isoSeconds(plan.created_at),
    code: plan.code,
    interval: plan.interval,
    description: plan.description,
    amount_cents: plan.amount_cents,
    amount_currency: plan.amount_currency,
    trial_period: plan.trial_period,
    pay_in_advance: plan.pay_in_advance,
    bill_charges_monthly: plan.bill_charges_monthly,
    bill_fixed_charges_monthly: null,
    customers_count: 0,
    active_subscriptions_count: 0,
    draft_invoices_count: 0,
    parent_id: plan.parent_id,
    pending_deletion: plan.pending_deletion,
    charges,
    ...(detailed ? { fixed_charges: [] } : {}),
    entitlements: await planEntitlements(transaction, plan),
    usage_thresholds: plan.usage_thresholds,
    applicable_usage_thresholds: plan.usage_thresholds,
    taxes: (await taxesByCode(transaction, plan.tax_codes)).map(serializeTax),
    ...(plan.minimum_commitment
      ? {
          minimum_commitment: {
            ...commitment,
            plan_code: plan.code,
            interval: plan.interval,
            taxes: (await taxesByCode(transaction, commitmentTaxes)).map(serializeTax),
          },
        }
      : {}),
    ...(plan.metadata ? { metadata: plan.metadata } : {}),
  }
}
