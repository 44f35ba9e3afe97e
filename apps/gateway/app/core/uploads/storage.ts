import type { Disk } from '@adonisjs/drive'
import drive from '@adonisjs/drive/services/main'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'

interface StoredFile {
  key: string
  modifiedAt: Date
}

/**
 * Files that we keep for people, on a local disk or in an S3-compatible store. What is missing is null, or nothing to
 * do; every other failure means that the storage is away or full.
 *
 * @throws ServiceUnavailableException
 */
export class Storage {
  /** @param disk asked for when it is needed: the framework knows it only once it has booted */
  constructor(private disk: () => Disk) {}

  /** A file that could not be written whole leaves nothing behind. */
  async write(key: string, contents: Uint8Array) {
    await this.disk()
      .put(key, contents)
      .catch(async (cause: unknown) => {
        await this.disk()
          .delete(key)
          .catch(() => {})
        throw away(cause)
      })
  }

  async read(key: string) {
    return this.disk().getBytes(key).catch(orNull)
  }

  async remove(key: string) {
    await this.disk().delete(key).catch(orNull)
  }

  async *list(folder: string): AsyncGenerator<StoredFile> {
    let paginationToken: string | undefined
    do {
      const page = await this.disk().listAll(folder, { paginationToken }).catch(orNull)
      for (const entry of page?.objects ?? []) {
        if (!entry.isFile) continue
        const found = await entry.getMetaData().catch(orNull)
        if (found) yield { key: entry.key, modifiedAt: found.lastModified }
      }
      paginationToken = page?.paginationToken
    } while (paginationToken)
  }
}

export const storage = new Storage(() => drive.use())

const away = (cause: unknown) => new ServiceUnavailableException('storage', { cause })

/** A disk wraps what went wrong, and file system and S3 each have a word of their own for "there is no such file". */
function isMissing(error: unknown): boolean {
  const { code, name, cause } = error as { code?: string; name?: string; cause?: unknown }
  return code === 'ENOENT' || name === 'NoSuchKey' || name === 'NotFound' || (!!cause && isMissing(cause))
}

function orNull(error: unknown) {
  if (isMissing(error)) return null
  throw away(error)
}
