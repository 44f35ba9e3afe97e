import type { HttpContext } from '@adonisjs/core/http'
import { copyOf, type View } from '#content/cache'
import { NotFoundException } from '#core/exceptions/not_found_exception'

type Answer<V extends View> = NonNullable<V['answer']>

/**
 * Answers with the cached text of a view, or 304. Its type is that of the view: the text is its JSON, and nobody
 * parses it to print it again.
 */
export async function publish<V extends View>(
  { response }: HttpContext,
  key: string,
  build: () => Promise<V>,
) {
  const copy = await copyOf(key, build)
  if (!copy) throw new NotFoundException()

  response.header('Content-Type', 'application/json; charset=utf-8')
  response.header('Cache-Control', 'public, max-age=0, must-revalidate')
  response.header('ETag', copy.etag)
  if (response.fresh()) response.status(304)
  return copy.body as unknown as Answer<V>
}
