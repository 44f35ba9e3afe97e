import { AsyncLocalStorage } from 'node:async_hooks'
import type { HttpRequest } from '@adonisjs/core/http'
import { media } from '#config/uploads'
import { type Incoming, inWords, open } from '#content/media/incoming'
import { FieldException } from '#core/exceptions/field_exception'
import { UnsupportedMediaTypeException } from '#core/exceptions/unsupported_media_type_exception'

/** What surrounds a file in a form is short. */
const mostAround = 20_000

/**
 * Hands the one file of a form on while it arrives. Nothing is kept here, neither in memory nor on a disk.
 *
 * @param keep gets the file, and a signal that its sender has left
 * @returns what `keep` made of it; nothing where the form has no file
 */
export async function receive<Kept>(
  request: HttpRequest,
  keep: (file: Incoming, left: AbortSignal) => Promise<Kept>,
): Promise<Kept | undefined> {
  const { multipart } = request
  if (!multipart) throw new UnsupportedMediaTypeException()
  if (Number(request.header('content-length')) > media.limit + mostAround)
    throw new FieldException('file', 'file_size', { limit: inWords(media.limit) })

  const left = new AbortController()
  request.request.once('close', () => request.request.complete || left.abort())
  let kept: Kept | undefined
  let fault: unknown
  let files = 0
  // A file arrives in the context of its connection, which knows nothing of the language of the request.
  const inContext = AsyncLocalStorage.snapshot()
  multipart.onFile('*', { deferValidations: true }, (part) =>
    inContext(async () => {
      files += 1
      try {
        if (files > 1) throw new FieldException('file', 'one_file_at_a_time')
        kept = await keep(await open(part, part.filename), left.signal)
      } catch (error) {
        fault ??= error
        multipart.abort(error)
      }
      return {}
    }),
  )
  // What went wrong with the file says more than that the form came to no good end.
  await multipart.process({ maxFields: 10 }).catch((error: unknown) => {
    throw fault ?? error
  })
  if (fault) throw fault
  return kept
}
