import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'

const idValidator = vine.create({ id: vine.string().uuid() })

/** The id in the address; what is none is refused before the database is asked. */
export async function idOf({ params }: Pick<HttpContext, 'params'>) {
  const { id } = await idValidator.validate(params)
  return id
}
