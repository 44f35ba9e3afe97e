import type { MediaFile } from '~/api/contract'

export interface Upload {
  key: number
  name: string
  /** Of the file that has gone, from 0 to 1. */
  sent: number
  state: 'waiting' | 'sending' | 'done' | 'failed'
  problem: string
}

interface Limits {
  limit: number
  types: string[]
}

/** What a list of files says of those that may come. */
export const limitsOf = (meta?: Record<string, unknown>): Limits | undefined =>
  meta && { limit: Number(meta.limit), types: meta.types as string[] }

/**
 * Files on their way to the library, one after the other. One that is refused says why and does not hold up the next.
 *
 * @param limits what is not sent at all, because it would be refused
 * @param onKept told of each that has arrived
 */
export function useFileUploads(limits: () => Limits | undefined, onKept: (file: MediaFile) => unknown) {
  const uploads = ref<Upload[]>([])
  const isBusy = computed(() => uploads.value.some(({ state }) => state === 'waiting' || state === 'sending'))
  useUnsavedWarning(isBusy)
  let last = 0
  let queue = Promise.resolve()

  function add(files: Iterable<File>) {
    for (const file of files) {
      const problem = problemWith(file, limits())
      const state = problem ? 'failed' : 'waiting'
      uploads.value.push({ key: (last += 1), name: file.name, sent: 0, state, problem })
      const upload = uploads.value.at(-1)!
      if (!problem) queue = queue.then(() => send(file, upload))
    }
  }

  async function send(file: File, upload: Upload) {
    upload.state = 'sending'
    try {
      const kept = await transfer(file, (sent) => (upload.sent = sent))
      Object.assign(upload, { state: 'done', sent: 1 })
      await onKept(kept)
    } catch (error) {
      Object.assign(upload, { state: 'failed', problem: (error as Error).message })
    }
  }

  const dismiss = (key: number) => (uploads.value = uploads.value.filter((upload) => upload.key !== key))
  return { uploads, add, dismiss }
}

function problemWith({ name, size, type }: File, limits?: Limits) {
  if (!limits) return ''
  if (size === 0) return t('shared.upload.empty', { name })
  if (size > limits.limit) return t('shared.upload.large', { name, most: limits.limit / 1_000_000 })
  return type && !limits.types.includes(type) ? t('shared.upload.type', { name }) : ''
}

/** `fetch` does not tell how much has gone. */
async function transfer(file: File, onProgress: (sent: number) => void, renew = false): Promise<MediaFile> {
  const token = await csrfToken(renew)
  const form = new FormData()
  form.append('file', file)
  const { status, body } = await new Promise<{ status: number; body: Answer }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/cms/files')
    if (token) request.setRequestHeader('x-xsrf-token', token)
    request.setRequestHeader('accept-language', useLanguage().value)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0))
    request.addEventListener('load', () => resolve({ status: request.status, body: request.response ?? {} }))
    for (const event of ['error', 'abort', 'timeout'])
      request.addEventListener(event, () => reject(new Error(t('shared.upload.broke', { name: file.name }))))
    request.send(form)
  })
  if (status === 403 && body.code === 'E_BAD_CSRF_TOKEN' && !renew) return transfer(file, onProgress, true)
  if (body.data) return body.data
  const reason = body.details?.file ?? (status === 413 ? t('shared.upload.tooLarge') : body.error)
  const sentence = reason ?? t('shared.upload.failed')
  throw new Error(sentence.startsWith(`${file.name}: `) ? sentence : `${file.name}: ${sentence}`)
}

interface Answer {
  data?: MediaFile
  code?: string
  error?: string
  details?: Record<string, string>
}
