import vine from '@vinejs/vine'
import { countries } from '#config/countries'
import { currencies, plans } from '#config/plans'
import { wallet } from '#config/wallet'

const countryRule = vine.createRule((value, _options, field) => {
  if (countries.includes(value as string)) return
  field.report('country', 'country', field)
})

const line = () => vine.string().trim().minLength(1).maxLength(200)
const optionalLine = (length = 200) =>
  vine
    .string()
    .trim()
    .maxLength(length)
    .nullable()
    .transform((value) => value || null)

/** The whole form: what is left empty is emptied, but for the currency, which stays. */
export const billingDetailsValidator = vine.create({
  legalName: line(),
  addressLine1: line(),
  addressLine2: optionalLine(),
  city: line(),
  postalCode: optionalLine(20),
  state: optionalLine(),
  country: vine.string().use(countryRule()),
  taxNumber: optionalLine(40),
  currency: vine.enum(currencies).optional(),
})

export const couponValidator = vine.create({ code: vine.string().trim().minLength(1).maxLength(100) })

const cents = () => vine.number({ strict: true }).withoutDecimals()

export const topUpValidator = vine.create({
  amountCents: cents().min(wallet.leastCents).max(wallet.mostCents),
})

/** Null turns the warning off. */
export const walletValidator = vine.create({
  lowBalanceCents: cents().min(1).max(wallet.mostCents).nullable(),
})

export const planChoiceValidator = vine.create({ planCode: vine.enum(plans.map(({ code }) => code)) })

export const cancellationValidator = vine.create({ at: vine.enum(['now', 'period_end'] as const) })

/** An end is set by canceling; all that can be done to it here is to take it back. */
export const resumptionValidator = vine.create({ cancelAt: vine.literal(null).nullable() })

export const invoiceListValidator = vine.create({
  page: vine.number().withoutDecimals().min(1).max(10_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(100).optional(),
})

export const idValidator = vine.create({ id: vine.string().uuid() })
