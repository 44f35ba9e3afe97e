import { buffer } from 'node:stream/consumers'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { uploads } from '#config/uploads'
import { FieldException } from '#core/exceptions/field_exception'
import { UnsupportedMediaTypeException } from '#core/exceptions/unsupported_media_type_exception'

/** What `middleware.upload` has read of a file. */
export const contentsOf = (file: MultipartFile) => (file.meta as { contents: Buffer }).contents

/**
 * Takes the one file of a form into memory, up to a limit of `config/uploads.ts`. It stands behind the guards of its
 * route, so that nothing is read from strangers. No name that came from outside ever names a file here, and the other
 * fields of the form count for nothing.
 */
export default class UploadMiddleware {
  async handle({ request }: HttpContext, next: NextFn, name: keyof typeof uploads) {
    const { multipart } = request
    if (!multipart) throw new UnsupportedMediaTypeException()

    const { field, limit } = uploads[name]
    let files = 0
    multipart.onFile('*', { deferValidations: true }, async (part, report) => {
      files += 1
      if (files > 1) {
        part.resume()
        multipart.abort(new FieldException(field, 'one_file'))
        return
      }
      part.on('data', report)
      return { contents: await buffer(part) }
    })
    await multipart.process({ limit, maxFields: 10 })
    return next()
  }
}
