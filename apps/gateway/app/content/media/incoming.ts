import { randomUUID } from 'node:crypto'
import { basename, extname } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { media } from '#config/uploads'
import { problemIn } from '#content/media/svg'
import { tidily } from '#content/media/tidy'
import { type FileType, recognize, telling } from '#content/media/types'
import { FileRefusedException } from '#content/exceptions/file_exceptions'
import { t } from '#core/language'
import { BadRequestException } from '#core/exceptions/bad_request_exception'

/** Whoever sends nothing for so long, in milliseconds, has left, though the connection may not know it yet. */
const patience = 20_000

/** A file on its way from a browser: known by its first bytes, the rest still to come. */
export interface Incoming {
  name: string
  type: FileType
  contents: Readable
}

/**
 * Looks at the beginning of what arrives and goes on with it, never holding more than a piece of it.
 *
 * @throws FileRefusedException for what may not be uploaded; later, from `contents`, for what turns out too large
 */
export async function open(arriving: Readable, clientName: string): Promise<Incoming> {
  const pieces = arriving[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  const name = plain(clientName)
  const head: Buffer[] = []
  let length = 0
  while (length < telling) {
    const { done, value } = await inTime(pieces.next())
    if (done) break
    head.push(value)
    length += value.length
  }
  if (length === 0) throw new FileRefusedException(name, () => t('fields.file_empty'))

  const known = recognize(Buffer.concat(head).subarray(0, telling))
  if (!known || !media.types.includes(known.type))
    throw new FileRefusedException(name, () => t('fields.file_type', { types: takenTypes }))

  const limit = known.type === 'image/svg+xml' ? media.largestDrawing : media.limit
  const contents = Readable.from(rest(name, head, pieces, limit), { objectMode: false })
  const file = { name: withExtension(name, known.extension), type: known.type }
  return known.type === 'image/svg+xml'
    ? { ...file, contents: await checked(name, contents) }
    : { ...file, contents }
}

async function* rest(name: string, head: Buffer[], pieces: AsyncIterator<Buffer>, limit: number) {
  const passed = tidily()
  let length = 0
  const counted = (piece: Buffer) => {
    passed(piece)
    length += piece.length
    if (length <= limit) return piece
    throw new FileRefusedException(name, () => t('fields.file_size', { limit: inWords(limit) }))
  }
  for (const piece of head) yield counted(piece)
  for (;;) {
    const { done, value } = await inTime(pieces.next())
    if (done) return
    yield counted(value)
  }
}

async function checked(name: string, contents: Readable) {
  const drawing = await buffer(contents)
  const problem = problemIn(drawing.toString('utf8'))
  if (problem) throw new FileRefusedException(name, () => problem)
  return Readable.from([drawing], { objectMode: false })
}

async function inTime<T>(next: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BadRequestException({ key: 'errors.file_stalled' })), patience)
  })
  return Promise.race([next, late]).finally(() => clearTimeout(timer))
}

/** The last part of a name, without what has a meaning to somebody who reads it: separators, quotes, control characters. */
function plain(clientName: string) {
  const name = basename(clientName.replaceAll('\\', '/').toWellFormed().normalize('NFC'))
    .replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim()
  return name.slice(-150) || 'file'
}

/** Whatever it was called, it is called what it is. */
const withExtension = (name: string, extension: string) =>
  extname(name).toLowerCase().replace('.jpeg', '.jpg') === `.${extension}`
    ? name
    : `${name.slice(0, name.length - extname(name).length) || 'file'}.${extension}`

export const inWords = (bytes: number) => `${bytes / 1_000_000} MB`

const takenTypes = media.types.map((type) => type.split('/')[1]!.split('+')[0]!.toUpperCase()).join(', ')

/** The file as a form with one file in it, as Directus takes it. */
export function asForm({ name, type, contents }: Incoming, fields: Record<string, string>) {
  const boundary = randomUUID()
  async function* parts() {
    for (const [field, value] of Object.entries(fields)) {
      yield Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
    }
    yield Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
    )
    yield* contents as AsyncIterable<Buffer>
    yield Buffer.from(`\r\n--${boundary}--\r\n`)
  }
  return {
    body: Readable.from(parts(), { objectMode: false }),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
