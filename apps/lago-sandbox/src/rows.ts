/** The rows of `migrations/`, as the driver returns them: money as integers, decimals as strings, days as `YYYY-MM-DD`. */
import type { BillingTime, Interval } from './billing/periods.ts'
import type { ChargeModel, ChargeProperties } from './billing/charge_models.ts'

export interface Row {
  id: string
  created_at: Date
  updated_at: Date
}

type Text = string | null

export interface AppliedTax {
  lago_id: string
  lago_tax_id: string
  tax_name: string
  tax_code: string
  tax_rate: number
  tax_description: Text
  amount_cents: number
  amount_currency: string
  base_amount_cents: number
}

export interface OrganizationRow extends Row {
  name: string
  default_currency: string
  timezone: string
  document_numbering: string
  document_number_prefix: string
  net_payment_term: number
  finalize_zero_amount_invoice: boolean
  invoice_grace_period: number
  profile: Record<string, unknown>
  hmac_key: string
  signing_key: string
}

export interface TaxRow extends Row {
  code: string
  name: string
  rate: number
  description: Text
  applied_to_organization: boolean
  deleted_at: Date | null
}

export interface MetricFilter {
  key: string
  values: string[]
}

export interface BillableMetricRow extends Row {
  code: string
  name: string
  description: Text
  aggregation_type: string
  field_name: Text
  recurring: boolean
  weighted_interval: Text
  rounding_function: Text
  rounding_precision: number | null
  expression: Text
  filters: MetricFilter[]
  deleted_at: Date | null
}

export interface PlanRow extends Row {
  parent_id: Text
  code: string
  name: string
  invoice_display_name: Text
  description: Text
  interval: Interval
  amount_cents: number
  amount_currency: string
  pay_in_advance: boolean
  trial_period: number
  bill_charges_monthly: boolean | null
  minimum_commitment: {
    lago_id: string
    amount_cents: number
    invoice_display_name: Text
    tax_codes: string[]
    created_at: string
  } | null
  usage_thresholds: unknown[]
  metadata: Record<string, unknown> | null
  tax_codes: string[]
  pending_deletion: boolean
  deleted_at: Date | null
}

export interface ChargeFilter {
  id: string
  invoice_display_name: Text
  properties: ChargeProperties
  values: Record<string, string[]>
}

export interface ChargeRow extends Row {
  plan_id: string
  parent_id: Text
  billable_metric_id: string
  code: string
  invoice_display_name: Text
  charge_model: ChargeModel
  properties: ChargeProperties
  filters: ChargeFilter[]
  pay_in_advance: boolean
  prorated: boolean
  invoiceable: boolean
  regroup_paid_fees: Text
  min_amount_cents: number
  tax_codes: string[]
  deleted_at: Date | null
}

export interface Privilege {
  code: string
  name: Text
  value_type: 'integer' | 'string' | 'boolean' | 'select'
  config: Record<string, unknown>
}

export interface FeatureRow extends Row {
  code: string
  name: Text
  description: Text
  privileges: Privilege[]
  deleted_at: Date | null
}

export interface EntitlementRow extends Row {
  feature_id: string
  plan_id: Text
  subscription_id: Text
  removed: boolean
  privileges: Record<string, unknown>
}

export interface Card {
  brand: string
  last4: string
  expires: string
}

export interface CustomerRow extends Row {
  external_id: string
  sequential_id: number
  name: Text
  currency: Text
  timezone: Text
  net_payment_term: number | null
  invoice_grace_period: number | null
  finalize_zero_amount_invoice: 'inherit' | 'skip' | 'finalize'
  skip_invoice_custom_sections: boolean
  document_locale: Text
  profile: Record<string, unknown>
  metadata: {
    lago_id: string
    key: string
    value: string
    display_in_invoice: boolean
    created_at: string
  }[]
  tax_codes: string[]
  payment_provider: Text
  payment_provider_code: Text
  provider_customer_id: Text
  provider_payment_methods: string[]
  sync_with_provider: boolean
  card: Card | null
  deleted_at: Date | null
}

export interface SubscriptionRow extends Row {
  external_id: string
  customer_id: string
  plan_id: string
  previous_subscription_id: Text
  name: Text
  status: 'pending' | 'active' | 'terminated' | 'canceled' | 'incomplete'
  billing_time: BillingTime
  subscription_at: Date
  started_at: Date | null
  ending_at: Date | null
  trial_ended_at: Date | null
  terminated_at: Date | null
  canceled_at: Date | null
  on_termination_credit_note: Text
  on_termination_invoice: string
  progressive_billing_disabled: boolean
  consolidate_invoice: boolean
  purchase_order_number: Text
}

export interface AddOnRow extends Row {
  code: string
  name: string
  invoice_display_name: Text
  description: Text
  amount_cents: number
  amount_currency: string
  tax_codes: string[]
  deleted_at: Date | null
}

export interface CouponRow extends Row {
  code: string
  name: string
  description: Text
  coupon_type: 'fixed_amount' | 'percentage'
  amount_cents: number | null
  amount_currency: Text
  percentage_rate: Text
  frequency: 'once' | 'recurring' | 'forever'
  frequency_duration: number | null
  expiration: string
  expiration_at: Date | null
  reusable: boolean
  plan_codes: string[]
  billable_metric_codes: string[]
  status: string
  terminated_at: Date | null
  deleted_at: Date | null
}

export interface AppliedCouponRow extends Row {
  coupon_id: string
  customer_id: string
  status: 'active' | 'terminated'
  amount_cents: number | null
  amount_currency: Text
  percentage_rate: Text
  frequency: 'once' | 'recurring' | 'forever'
  frequency_duration: number | null
  frequency_duration_remaining: number | null
  terminated_at: Date | null
}

export interface EventRow extends Row {
  transaction_id: string
  code: string
  external_subscription_id: string
  timestamp: Date
  properties: Record<string, unknown>
  precise_total_amount_cents: Text
}

export interface InvoiceRow extends Row {
  customer_id: string
  sequential_id: number | null
  number: string
  invoice_type: 'subscription' | 'credit' | 'one_off'
  status: 'draft' | 'finalized' | 'voided' | 'closed'
  payment_status: 'pending' | 'succeeded' | 'failed'
  payment_overdue: boolean
  payment_dispute_lost_at: Date | null
  currency: string
  issuing_date: string
  payment_due_date: string
  net_payment_term: number
  fees_amount_cents: number
  coupons_amount_cents: number
  taxes_amount_cents: number
  taxes_rate: number
  credit_notes_amount_cents: number
  prepaid_credit_amount_cents: number
  prepaid_granted_credit_amount_cents: number
  prepaid_purchased_credit_amount_cents: number
  sub_total_excluding_taxes_amount_cents: number
  sub_total_including_taxes_amount_cents: number
  total_amount_cents: number
  total_paid_amount_cents: number
  applied_taxes: AppliedTax[]
  metadata: { lago_id: string; key: string; value: string; created_at: string }[]
  purchase_order_number: Text
  skip_charge: boolean
  generated_at: Date | null
  voided_at: Date | null
  finalized_at: Date | null
}

export type InvoicingReason =
  'subscription_starting' | 'subscription_periodic' | 'subscription_terminating' | 'in_advance_charge'

export interface InvoiceSubscriptionRow extends Row {
  invoice_id: string
  subscription_id: string
  invoicing_reason: InvoicingReason
  billed_on: string
  from_datetime: Date
  to_datetime: Date
  charges_from_datetime: Date | null
  charges_to_datetime: Date | null
}

export interface WalletRow extends Row {
  customer_id: string
  status: 'active' | 'terminated'
  currency: string
  name: Text
  code: string
  priority: number
  rate_amount: string
  credits_balance: string
  balance_cents: number
  consumed_credits: string
  consumed_amount_cents: number
  invoice_requires_successful_payment: boolean
  paid_top_up_min_amount_cents: number | null
  paid_top_up_max_amount_cents: number | null
  fee_types: string[]
  billable_metric_codes: string[]
  purchase_order_number: Text
  expiration_at: Date | null
  last_balance_sync_at: Date | null
  last_consumed_credit_at: Date | null
  terminated_at: Date | null
}

export interface WalletTransactionRow extends Row {
  wallet_id: string
  invoice_id: Text
  credit_note_id: Text
  voided_invoice_id: Text
  status: 'pending' | 'settled' | 'failed'
  source: string
  transaction_status: 'purchased' | 'granted' | 'voided' | 'invoiced'
  transaction_type: 'inbound' | 'outbound'
  amount: string
  amount_cents: number
  credit_amount: string
  remaining_amount_cents: number | null
  invoice_requires_successful_payment: boolean
  metadata: unknown[]
  name: Text
  settled_at: Date | null
  failed_at: Date | null
}

export interface FeeItem {
  type: string
  code: Text
  name: Text
  description: Text
  invoice_display_name: Text
  filters: Record<string, string[]> | null
  filter_invoice_display_name: Text
  lago_item_id: Text
  item_type: string
  grouped_by: Record<string, unknown>
}

export interface FeeRow extends Row {
  invoice_id: Text
  customer_id: string
  subscription_id: Text
  charge_id: Text
  charge_filter_id: Text
  wallet_transaction_id: Text
  true_up_parent_fee_id: Text
  fee_type: 'subscription' | 'charge' | 'add_on' | 'credit' | 'commitment'
  item: FeeItem
  tax_codes: string[]
  amount_cents: number
  amount_currency: string
  precise_amount: string
  precise_unit_amount: string
  precise_coupons_amount_cents: string
  taxes_amount_cents: number
  taxes_precise_amount_cents: string
  taxes_rate: number
  units: string
  total_aggregated_units: Text
  events_count: number | null
  event_transaction_id: Text
  description: Text
  pay_in_advance: boolean
  invoiceable: boolean
  amount_details: Record<string, unknown>
  from_datetime: Date | null
  to_datetime: Date | null
  applied_taxes: AppliedTax[]
  payment_status: string
  succeeded_at: Date | null
  failed_at: Date | null
  refunded_at: Date | null
}

export interface CreditNoteRow extends Row {
  customer_id: string
  invoice_id: string
  sequential_id: number
  number: string
  issuing_date: string
  credit_status: 'available' | 'consumed' | 'voided'
  refund_status: Text
  reason: string
  description: Text
  currency: string
  total_amount_cents: number
  precise_total_amount_cents: string
  sub_total_excluding_taxes_amount_cents: number
  taxes_amount_cents: number
  precise_taxes_amount_cents: string
  taxes_rate: number
  coupons_adjustment_amount_cents: number
  credit_amount_cents: number
  refund_amount_cents: number
  offset_amount_cents: number
  balance_amount_cents: number
  applied_taxes: AppliedTax[]
  voided_at: Date | null
}

export interface CreditNoteItemRow extends Row {
  credit_note_id: string
  fee_id: string
  amount_cents: number
  precise_amount_cents: string
  amount_currency: string
}

export interface CreditRow extends Row {
  invoice_id: string
  applied_coupon_id: Text
  credit_note_id: Text
  amount_cents: number
  amount_currency: string
  before_taxes: boolean
}

export interface PaymentRow extends Row {
  invoice_id: string
  customer_id: string
  amount_cents: number
  amount_currency: string
  payable_payment_status: 'pending' | 'processing' | 'succeeded' | 'failed'
  status: 'scheduled' | 'requires_action' | 'succeeded' | 'failed'
  type: 'provider' | 'manual'
  reference: Text
  card: Card | null
  provider_payment_id: Text
  due_at: Date | null
  paid_at: Date | null
}

export interface CheckoutSessionRow extends Row {
  token: string
  mode: 'payment' | 'setup' | 'portal'
  customer_id: string
  invoice_id: Text
  pending_card: Card | null
  expires_at: Date
  completed_at: Date | null
}

export interface WebhookEndpointRow extends Row {
  webhook_url: string
  signature_algo: 'jwt' | 'hmac'
  name: Text
  event_types: string[] | null
}

export interface WebhookRow extends Row {
  position: number
  webhook_endpoint_id: Text
  webhook_url: Text
  webhook_type: string
  object_type: string
  object_id: Text
  payload: string
  status: 'unsent' | 'pending' | 'succeeded' | 'failed'
  attempts: number
  http_status: number | null
  last_error: Text
  next_attempt_at: Date | null
}

export interface Tables {
  organizations: OrganizationRow
  taxes: TaxRow
  billable_metrics: BillableMetricRow
  plans: PlanRow
  charges: ChargeRow
  features: FeatureRow
  entitlements: EntitlementRow
  customers: CustomerRow
  subscriptions: SubscriptionRow
  add_ons: AddOnRow
  coupons: CouponRow
  applied_coupons: AppliedCouponRow
  events: EventRow
  invoices: InvoiceRow
  invoice_subscriptions: InvoiceSubscriptionRow
  wallets: WalletRow
  wallet_transactions: WalletTransactionRow
  fees: FeeRow
  credit_notes: CreditNoteRow
  credit_note_items: CreditNoteItemRow
  credits: CreditRow
  payments: PaymentRow
  checkout_sessions: CheckoutSessionRow
  webhook_endpoints: WebhookEndpointRow
  webhooks: WebhookRow
}
