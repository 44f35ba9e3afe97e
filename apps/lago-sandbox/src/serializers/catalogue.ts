import { decimalText } from '../billing/money.ts'
import { isoMillis, isoSeconds } from '../domain/dates.ts'
import { remainingCents } from '../domain/coupons.ts'
import { taxesByCode } from '../domain/taxes.ts'
import type {
  AddOnRow,
  AppliedCouponRow,
  BillableMetricRow,
  CouponRow,
  EventRow,
  FeatureRow,
  WebhookEndpointRow,
} from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { serializeTax } from './common.ts'

export const serializeMetric = (metric: BillableMetricRow) => ({
  lago_id: metric.id,
  name: metric.name,
  code: metric.code,
  description: metric.description,
  aggregation_type: metric.aggregation_type,
  weighted_interval: metric.weighted_interval,
  recurring: metric.recurring,
  rounding_function: metric.rounding_function,
  rounding_precision: metric.rounding_precision,
  created_at: isoSeconds(metric.created_at),
  field_name: metric.field_name,
  expression: metric.expression,
  active_subscriptions_count: 0,
  draft_invoices_count: 0,
  plans_count: 0,
  filters: metric.filters,
})

export const serializeFeature = (feature: FeatureRow) => ({
  code: feature.code,
  name: feature.name,
  description: feature.description,
  privileges: feature.privileges,
  created_at: isoSeconds(feature.created_at),
})

export async function serializeAddOn(transaction: Transaction, addOn: AddOnRow) {
  return {
    lago_id: addOn.id,
    name: addOn.name,
    invoice_display_name: addOn.invoice_display_name,
    code: addOn.code,
    description: addOn.description,
    amount_cents: addOn.amount_cents,
    amount_currency: addOn.amount_currency,
    created_at: isoSeconds(addOn.created_at),
    taxes: (await taxesByCode(transaction, addOn.tax_codes)).map(serializeTax),
  }
}

export const serializeCoupon = (coupon: CouponRow) => ({
  lago_id: coupon.id,
  name: coupon.name,
  code: coupon.code,
  description: coupon.description,
  coupon_type: coupon.coupon_type,
  amount_cents: coupon.amount_cents,
  amount_currency: coupon.amount_currency,
  percentage_rate: coupon.percentage_rate && decimalText(coupon.percentage_rate),
  frequency: coupon.frequency,
  frequency_duration: coupon.frequency_duration,
  reusable: coupon.reusable,
  limited_plans: coupon.plan_codes.length > 0,
  plan_codes: coupon.plan_codes,
  limited_billable_metrics: coupon.billable_metric_codes.length > 0,
  billable_metric_codes: coupon.billable_metric_codes,
  created_at: isoSeconds(coupon.created_at),
  expiration: coupon.expiration,
  expiration_at: isoSeconds(coupon.expiration_at),
  terminated_at: isoSeconds(coupon.terminated_at),
})

export async function serializeAppliedCoupon(
  transaction: Transaction,
  applied: AppliedCouponRow,
  { credits = false } = {},
) {
  const coupon = await transaction.get('coupons', applied.coupon_id)
  const customer = await transaction.get('customers', applied.customer_id)
  const fixedOnce = coupon.coupon_type === 'fixed_amount' && applied.frequency === 'once'
  return {
    lago_id: applied.id,
    lago_coupon_id: coupon.id,
    coupon_code: coupon.code,
    coupon_name: coupon.name,
    coupon_description: coupon.description,
    coupon_status: coupon.status,
    coupon_deleted_at: isoSeconds(coupon.deleted_at),
    lago_customer_id: customer.id,
    external_customer_id: customer.external_id,
    status: applied.status,
    amount_cents: applied.amount_cents,
    amount_cents_remaining: fixedOnce ? await remainingCents(transaction, applied) : null,
    amount_currency: applied.amount_currency,
    percentage_rate: applied.percentage_rate && decimalText(applied.percentage_rate),
    frequency: applied.frequency,
    frequency_duration: applied.frequency_duration,
    frequency_duration_remaining: applied.frequency_duration_remaining,
    expiration_at: isoSeconds(coupon.expiration_at),
    created_at: isoSeconds(applied.created_at),
    terminated_at: isoSeconds(applied.terminated_at),
    ...(credits ? { credits: await appliedCredits(transaction, applied, coupon) } : {}),
  }
}

async function appliedCredits(transaction: Transaction, applied: AppliedCouponRow, coupon: CouponRow) {
  const result = []
  for (const credit of await transaction.list('credits', { applied_coupon_id: applied.id })) {
    const invoice = await transaction.get('invoices', credit.invoice_id)
    result.push({
      lago_id: credit.id,
      amount_cents: credit.amount_cents,
      amount_currency: credit.amount_currency,
      before_taxes: credit.before_taxes,
      item: {
        lago_item_id: coupon.id,
        type: 'coupon',
        code: coupon.code,
        name: coupon.name,
        description: coupon.description,
      },
      invoice: { lago_id: invoice.id, payment_status: invoice.payment_status },
    })
  }
  return result
}

export async function serializeEvent(transaction: Transaction, event: EventRow) {
  const subscription = await transaction.find(
    'subscriptions',
    { external_id: event.external_subscription_id, status: ['active', 'terminated'] },
    'created_at desc, id',
  )
  return {
    lago_id: event.id,
    transaction_id: event.transaction_id,
    lago_customer_id: subscription?.customer_id ?? null,
    code: event.code,
    timestamp: isoMillis(event.timestamp),
    precise_total_amount_cents:
      event.precise_total_amount_cents && decimalText(event.precise_total_amount_cents),
    properties: event.properties,
    lago_subscription_id: subscription?.id ?? null,
    external_subscription_id: event.external_subscription_id,
    created_at: isoSeconds(event.created_at),
  }
}

export const serializeWebhookEndpoint = (transaction: Transaction, endpoint: WebhookEndpointRow) => ({
  lago_id: endpoint.id,
  lago_organization_id: transaction.organization.id,
  webhook_url: endpoint.webhook_url,
  signature_algo: endpoint.signature_algo,
  name: endpoint.name,
  event_types: endpoint.event_types,
  created_at: isoSeconds(endpoint.created_at),
})
