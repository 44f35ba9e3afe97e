import { decimal, round, toMajor, ZERO } from '../billing/money.ts'
import { invalid, notFound } from '../errors.ts'
import { isBlank, parseDate, strings, text, type Params } from '../http.ts'
import type { CustomerRow } from '../rows.ts'
import type { Transaction } from '../sandbox.ts'
import { inZone, zoneOf } from './dates.ts'
import { createInvoice, type FeeDraft } from './invoicing.ts'
import { applicableTaxes, requireTaxes } from './taxes.ts'

function boundaries(params: Params) {
  const from = parseDate(params.from_datetime)
  const to = parseDate(params.to_datetime)
  const given = [params.from_datetime, params.to_datetime].filter((value) => !isBlank(value)).length
  if (given === 0) return { from: null, to: null }
  if (!from || !to || from > to) throw invalid({ boundaries: ['values_are_invalid'] })
  return { from, to }
}

async function feeFrom(transaction: Transaction, customer: CustomerRow, params: Params): Promise<FeeDraft> {
  const addOn = await transaction.find('add_ons', { code: text(params.add_on_code) ?? '', deleted_at: null })
  if (!addOn) throw notFound('add_on')
  const units = decimal(params.units ?? 1)
  const unitCents = decimal(params.unit_amount_cents ?? addOn.amount_cents)
  if (!units.isFinite() || units.lt(0)) throw invalid({ units: ['value_is_out_of_range'] })
  if (!unitCents.isFinite() || unitCents.lt(0))
    throw invalid({ unit_amount_cents: ['value_is_out_of_range'] })
  const explicit = strings(params.tax_codes)
  await requireTaxes(transaction, explicit)
  const { from, to } = boundaries(params)
  return {
    amountCents: round(unitCents.times(units)),
    couponsCents: ZERO,
    taxes: await applicableTaxes(transaction, customer, explicit, addOn.tax_codes),
    row: {
      fee_type: 'add_on',
      item: {
        type: 'add_on',
        code: addOn.code,
        name: text(params.name) ?? addOn.name,
        description: text(params.description) ?? addOn.description,
        invoice_display_name: text(params.invoice_display_name) ?? addOn.invoice_display_name ?? addOn.name,
        filters: null,
        filter_invoice_display_name: null,
        lago_item_id: addOn.id,
        item_type: 'AddOn',
        grouped_by: {},
      },
      description: text(params.description) ?? addOn.description,
      units: units.toFixed(),
      precise_unit_amount: toMajor(unitCents, addOn.amount_currency).toFixed(),
      from_datetime: from ?? transaction.now,
      to_datetime: to ?? transaction.now,
    },
  }
}

/** An invoice for add-ons; finalized at once (CONTRACT 2.8). */
export async function createOneOff(
  transaction: Transaction,
  customer: CustomerRow,
  params: Params,
  requested: Params[],
) {
  if (requested.length === 0) throw notFound('fees')
  const fees: FeeDraft[] = []
  for (const fee of requested) fees.push(await feeFrom(transaction, customer, fee))
  return createInvoice(transaction, {
    customer,
    type: 'one_off',
    currency: text(params.currency) ?? customer.currency ?? transaction.organization.default_currency,
    day: inZone(transaction.now, zoneOf(transaction, customer)),
    fees,
    webhook: 'invoice.one_off_created',
    purchaseOrderNumber: text(params.purchase_order_number),
    skipCharge: params.skip_psp === true,
  })
}
