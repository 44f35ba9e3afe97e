import vine from '@vinejs/vine'
import { plans } from '#config/plans'

export const planChoiceValidator = vine.create({ planCode: vine.enum(plans.map(({ code }) => code)) })

export const cancellationValidator = vine.create({ at: vine.enum(['now', 'period_end'] as const) })

/** An end is set by canceling; all that can be done to it here is to take it back. */
export const resumptionValidator = vine.create({ cancelAt: vine.literal(null).nullable() })

export const invoiceListValidator = vine.create({
  page: vine.number().withoutDecimals().min(1).max(10_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(100).optional(),
})

export const idValidator = vine.create({ id: vine.string().uuid() })
