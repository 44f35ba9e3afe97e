import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { tableFields } from '#core/table'

export const webhookListValidator = vine.create({
  ...tableFields(['receivedAt']),
  state: vine.enum(['done', 'failed', 'waiting'] as const).optional(),
  organization: vine.string().uuid().optional(),
})

const keyValidator = vine.create({ key: vine.string().minLength(1).maxLength(200) })

/** The key of the message in the address: Lago makes it, so its form is not ours to say. */
export const webhookKeyIn = async ({ params }: Pick<HttpContext, 'params'>) =>
  (await keyValidator.validate(params)).key
