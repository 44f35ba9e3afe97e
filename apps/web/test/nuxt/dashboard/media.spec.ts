import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test, vi } from 'vitest'
import type { MediaFile, MediaRecord } from '~/api/contract'
import EditingFile from '~/components/editing/File.vue'
import Upload from '~/components/editing/Upload.vue'
import Media from '~/pages/admin/content/media.vue'
import { alice } from '../../peer/world'
import { answer, settle } from './answers'

const editor = {
  'GET /api/auth/me': { ...alice, role: 'editor', permissions: ['content.read', 'content.write'] },
}
const file: MediaFile = {
  id: 'quay',
  url: '/api/cms/assets/quay?v=1',
  download: null,
  type: 'image/png',
  name: 'quay.png',
  bytes: 2_400_000,
  width: 1600,
  height: 900,
  title: 'Quay',
  alt: '',
  focus: null,
  uploadedAt: '2026-11-01T08:30:00.000Z',
  isMine: true,
}
const limits = { limit: 1_000, types: ['image/png'] }
const named = (name: string, size = 10, type = 'image/png') => new File(['a'.repeat(size)], name, { type })

afterEach(() => (document.body.innerHTML = ''))

/** Answers uploads, which do not go by `fetch`. */
function uploadsAnswer(status: number, body: object) {
  const sent: string[] = []
  class Request extends EventTarget {
    upload = new EventTarget()
    status = status
    response = body
    open(method: string, url: string) {
      sent.push(`${method} ${url}`)
    }
    setRequestHeader() {}
    send() {
      queueMicrotask(() => this.dispatchEvent(new Event('load')))
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  return sent
}

async function drop(files: File[]) {
  const upload = await mountSuspended(Upload, { props: { limits, several: true }, attachTo: document.body })
  await upload.get('div').trigger('drop', { dataTransfer: { files, types: ['Files'] } })
  await settle()
  return upload
}

test('lists what there is, and says when there is nothing', async () => {
  answer({ ...editor, 'GET /api/cms/files': [file] })
  const page = await mountSuspended(Media, { route: '/admin/content/media' })
  await settle()
  expect(page.get('img').attributes('src')).toBe('/api/cms/assets/quay?v=1&key=thumb')

  answer({ ...editor, 'GET /api/cms/files': [] })
  const empty = await mountSuspended(Media, { route: '/admin/content/media' })
  await settle()
  expect(empty.text()).toContain('Nothing here yet')
})

test('sends one file after the other', async () => {
  answer(editor)
  const sent = uploadsAnswer(201, { data: file })
  const upload = await drop([named('one.png'), named('two.png')])
  expect(sent).toEqual(['POST /api/cms/files', 'POST /api/cms/files'])
  expect(upload.text()).toContain('Uploaded')
  expect(upload.emitted('kept')).toHaveLength(2)
})

test('does not send what would be refused, and names it', async () => {
  answer(editor)
  const sent = uploadsAnswer(201, { data: file })
  const upload = await drop([named('large.png', 2_000), named('page.html', 10, 'text/html')])
  expect(sent).toEqual([])
  expect(upload.text()).toContain('large.png: The file is too large.')
  expect(upload.text()).toContain('page.html: Files of this type are not taken.')
})

test('says which file was refused, and why', async () => {
  answer(editor)
  uploadsAnswer(422, { details: { file: 'one.png: This drawing holds <script>.' } })
  const upload = await drop([named('one.png')])
  expect(upload.get('[role=alert]').text()).toBe('one.png: This drawing holds <script>.')
  expect(upload.emitted('kept')).toBeUndefined()
})

const record: MediaRecord = { ...file, uploadedBy: 'Eve', uses: [] }

async function open(known: MediaRecord) {
  const sent = answer({
    ...editor,
    'GET /api/cms/files/quay': known,
    'PATCH /api/cms/files/quay': file,
  })
  await mountSuspended(EditingFile, { props: { id: 'quay' }, attachTo: document.body })
  await settle()
  return sent
}
const button = (label: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label)

test('saves what is said about a picture', async () => {
  const sent = await open(record)
  const alt = document.querySelector<HTMLTextAreaElement>('[name=alt]')!
  alt.value = 'Cranes at night'
  alt.dispatchEvent(new Event('input'))
  document.querySelector('form')!.dispatchEvent(new Event('submit'))
  await settle()
  expect(sent).toEqual([
    { call: 'PATCH /api/cms/files/quay', body: { title: 'Quay', alt: 'Cranes at night', focus: null } },
  ])
})

test('shows where a file is used, and keeps it', async () => {
  await open({ ...record, uses: [{ kind: 'posts', id: 'one', isDraft: false, label: 'the post “One”' }] })
  expect(document.querySelector('a[href="/admin/content/posts/one"]')?.textContent).toContain(
    'the post “One”',
  )
  expect(button('Delete file')!.disabled).toBe(true)
})

test('leaves the files of others to them', async () => {
  await open({ ...record, isMine: false })
  expect(document.body.textContent).toContain('Eve has uploaded this')
  expect(button('Save')).toBeUndefined()
  expect(button('Delete file')).toBeUndefined()
})
