import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'

export const failureListValidator = vine.create({
  page: vine.number().withoutDecimals().min(1).max(10_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(100).optional(),
})

const failureValidator = vine.create({
  queue: vine.string().maxLength(60),
  job: vine.string().maxLength(200),
})

/** The job in the address. */
export const failureIn = ({ params }: Pick<HttpContext, 'params'>) => failureValidator.validate(params)
