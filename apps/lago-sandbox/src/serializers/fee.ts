import { BigNumber } from 'bignumber.js'
import { decimal, decimalText, toMajor } from '../billing/money.ts'
import { isoSeconds } from '../domain/dates.ts'
import type { FeeRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'

export async function serializeFee(transaction: Transaction, fee: FeeRow) {
  const customer = await transaction.get('customers', fee.customer_id)
  const subscription = fee.subscription_id
    ? await transaction.get('subscriptions', fee.subscription_id)
    : undefined
  const trueUp = await transaction.find('fees', { true_up_parent_fee_id: fee.id })
  const excluding = decimal(fee.amount_cents).minus(fee.precise_coupons_amount_cents)
  return {
    lago_id: fee.id,
    lago_charge_id: fee.charge_id,
    lago_charge_filter_id: fee.charge_filter_id,
    lago_fixed_charge_id: null,
    lago_invoice_id: fee.invoice_id,
    lago_true_up_fee_id: trueUp?.id ?? null,
    lago_true_up_parent_fee_id: fee.true_up_parent_fee_id,
    lago_original_fee_id: null,
    lago_subscription_id: fee.subscription_id,
    external_subscription_id: subscription?.external_id ?? null,
    lago_customer_id: customer.id,
    external_customer_id: customer.external_id,
    item: fee.item,
    pay_in_advance: fee.pay_in_advance,
    invoiceable: fee.invoiceable,
    amount_cents: fee.amount_cents,
    amount_currency: fee.amount_currency,
    precise_amount: decimalText(fee.precise_amount),
    precise_total_amount: decimalText(
      decimal(fee.precise_amount).plus(toMajor(decimal(fee.taxes_precise_amount_cents), fee.amount_currency)),
    ),
    taxes_amount_cents: fee.taxes_amount_cents,
    taxes_precise_amount: decimalText(toMajor(decimal(fee.taxes_precise_amount_cents), fee.amount_currency)),
    taxes_rate: fee.taxes_rate,
    total_aggregated_units: fee.total_aggregated_units && decimalText(fee.total_aggregated_units),
    total_amount_cents: fee.amount_cents + fee.taxes_amount_cents,
    total_amount_currency: fee.amount_currency,
    units: decimalText(fee.units),
    description: fee.description,
    precise_unit_amount: decimalText(fee.precise_unit_amount),
    precise_coupons_amount_cents: decimalText(fee.precise_coupons_amount_cents),
    sub_total_excluding_taxes_amount_cents: excluding.integerValue(BigNumber.ROUND_HALF_UP).toNumber(),
    sub_total_excluding_taxes_precise_amount_cents: decimalText(excluding),
    events_count: fee.events_count,
    payment_status: fee.payment_status,
    created_at: isoSeconds(fee.created_at),
    succeeded_at: isoSeconds(fee.succeeded_at),
    failed_at: isoSeconds(fee.failed_at),
    refunded_at: isoSeconds(fee.refunded_at),
    amount_details: fee.amount_details,
    self_billed: false,
    pricing_unit_details: null,
    presentation_breakdowns: [],
    from_date: isoSeconds(fee.from_datetime),
    to_date: isoSeconds(fee.to_datetime),
    ...(fee.event_transaction_id ? { event_transaction_id: fee.event_transaction_id } : {}),
    applied_taxes: fee.applied_taxes.map(({ base_amount_cents: _, ...tax }) => ({
      ...tax,
      lago_fee_id: fee.id,
      created_at: isoSeconds(fee.created_at),
    })),
  }
}
