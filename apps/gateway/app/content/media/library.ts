import { aggregate, deleteFile, readFile, readFiles, updateFile } from '@directus/sdk'
import db from '@adonisjs/lucid/services/db'
import type User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { purge } from '#content/cache'
import { cmsUrl, uploads } from '#content/cms/client'
import { forgetSession, sessionOf } from '#content/cms/editor'
import type { MediaFile } from '#content/cms/schema'
import { Ask } from '#content/editorial/ask'
import { FileInUseException, ForeignFileException } from '#content/exceptions/file_exceptions'
import { asForm, type Incoming } from '#content/media/incoming'
import { type FileKind, filterOf } from '#content/media/types'
import { usesOf } from '#content/media/uses'
import { FieldException } from '#core/exceptions/field_exception'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import { record } from '#ledger/record'

declare module '#ledger/record' {
  export interface Actions {
    'media.uploaded': { name: string }
    'media.changed': { name: string; fields: string[] }
    'media.deleted': { name: string }
  }
}

export const mediaFields = [
  'id',
  'title',
  'description',
  'type',
  'filename_download',
  'filesize',
  'width',
  'height',
  'focal_point_x',
  'focal_point_y',
  'uploaded_by',
  'uploaded_on',
  'modified_on',
] as const

export interface FileSearch {
  search?: string
  type?: FileKind
  page: number
  perPage: number
}

export interface FileChange {
  title?: string
  alt?: string
  /** In percent of the picture. */
  focus?: { x: number; y: number } | null
}

/** The files of the site, as one of our people may see and change them: writers their own, editors all. */
export class Library {
  #ask: Ask

  constructor(private person: User) {
    this.#ask = new Ask(person)
  }

  async list({ search, type, page, perPage }: FileSearch) {
    // What has no size is still on its way.
    const filter = { filesize: { _nnull: true }, ...(type && filterOf[type]) } as never
    const [files, counted] = await Promise.all([
      this.#ask.send(
        readFiles({
          fields: mediaFields as never,
          filter,
          search,
          sort: ['-uploaded_on', 'id'] as never,
          page,
          limit: perPage,
        }),
      ) as unknown as Promise<MediaFile[]>,
      this.#ask.send(aggregate('directus_files', { aggregate: { count: '*' }, query: { filter, search } })),
    ])
    return { files, total: Number(counted[0]?.count ?? 0) }
  }

  find(id: string) {
    return this.#ask.send(readFile(id, { fields: mediaFields as never })) as unknown as Promise<MediaFile>
  }

  uses = (id: string) => usesOf(id, this.person)

  isMine = ({ uploaded_by }: Pick<MediaFile, 'uploaded_by'>) =>
    can(this.person, 'content.publish') || uploaded_by === this.person.id

  /**
   * Passes a file on to Directus as it arrives, in the name of the person.
   *
   * @param left aborted when the sender is gone
   */
  async keep(file: Incoming, left: AbortSignal): Promise<MediaFile> {
    const { token } = await sessionOf(this.person)
    const { body, headers } = asForm(file, { title: titleOf(file.name) })
    // What the sender does wrong ends the exchange, and is the answer rather than that it ended.
    let fault: unknown
    const stopped = new AbortController()
    for (const stream of [file.contents, body])
      stream.once('error', (error) => {
        fault ??= error
        stopped.abort()
      })

    const url = cmsUrl('files')
    url.searchParams.set('fields', mediaFields.join(','))
    const answer = await uploads.forward(url, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body,
      signal: AbortSignal.any([left, stopped.signal]),
    })
    if (!answer) throw fault ?? new ServiceUnavailableException('cms')
    const { data } = (await answer.body.json()) as { data?: MediaFile }
    if (answer.statusCode === 401) forgetSession(this.person.id)
    if (answer.statusCode !== 200 || !data) throw new ServiceUnavailableException('cms')

    await this.#record('media.uploaded', data, {}).catch(async (error: unknown) => {
      await this.#ask.send(deleteFile(data.id)).catch(() => undefined)
      throw error
    })
    return data
  }

  async change(id: string, { title, alt, focus }: FileChange) {
    const file = await this.#mine(id)
    const columns = {
      ...(title !== undefined && { title }),
      ...(alt !== undefined && { description: alt || null }),
      ...(focus !== undefined && pixelsOf(focus, file)),
    }
    await this.#record('media.changed', file, { fields: Object.keys(columns) }, () =>
      this.#ask.send(updateFile(id, columns as never)),
    )
    await purge(['directus_files', `directus_files:${id}`])
    return this.find(id)
  }

  async remove(id: string) {
    const file = await this.#mine(id)
    const uses = await this.uses(id)
    if (uses.length > 0) throw new FileInUseException(uses.map(({ label }) => label))
    await this.#record('media.deleted', file, {}, () => this.#ask.send(deleteFile(id)))
  }

  async #mine(id: string) {
    const file = await this.find(id)
    if (!this.isMine(file)) throw new ForeignFileException()
    return file
  }

  /** The record waits in an open transaction for Directus: what Directus refuses, or never got, is not recorded. */
  #record(
    action: 'media.uploaded' | 'media.changed' | 'media.deleted',
    { id, filename_download: name }: MediaFile,
    more: { fields?: string[] },
    change?: () => Promise<unknown>,
  ) {
    return db.transaction(async (trx) => {
      const metadata = { name, ...more } as never
      await record(trx, { action, subject: ['file', id], actorId: this.person.id, metadata })
      await change?.()
    })
  }
}

/** “harbour-at-night.jpg” to “Harbour at night”. */
function titleOf(name: string) {
  const words = name
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function pixelsOf(focus: FileChange['focus'], { width, height }: MediaFile) {
  if (!focus) return { focal_point_x: null, focal_point_y: null }
  if (!width || !height) throw new FieldException('focus', 'no_focus')
  return {
    focal_point_x: Math.round((focus.x / 100) * width),
    focal_point_y: Math.round((focus.y / 100) * height),
  }
}
