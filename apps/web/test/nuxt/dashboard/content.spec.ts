import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test, vi } from 'vitest'
import PageForm from '~/components/editing/PageForm.vue'
import History from '~/components/editing/History.vue'
import Preview from '~/components/editing/Preview.vue'
import PostForm from '~/components/editing/PostForm.vue'
import Entry from '~/components/editing/Entry.vue'
import Table from '~/components/editing/Table.vue'
import Content from '~/pages/admin/content/index.vue'
import { alice } from '../../peer/world'
import { answer, entry, pageEntry, settle } from './answers'

const as = (...permissions: string[]) => ({
  'GET /api/auth/me': { ...alice, role: 'editor', permissions },
})
const eve = as('content.read', 'content.write', 'content.publish')

afterEach(() => (document.body.innerHTML = ''))

const buttons = () => [...document.querySelectorAll('button')]
const labels = () => buttons().map(({ textContent }) => textContent?.trim())

const press = async (label: string) => {
  const button = buttons().find(
    (one) => one.textContent?.trim() === label || one.getAttribute('aria-label') === label,
  )
  if (!button) throw new Error(`No button “${label}”`)
  button.click()
  await settle()
}

async function open(post?: typeof entry) {
  const form = await mountSuspended(PostForm, { props: { entry: post }, attachTo: document.body })
  await settle()
  return form
}

async function openPage() {
  const form = await mountSuspended(PageForm, { props: { entry: pageEntry }, attachTo: document.body })
  await settle()
  return form
}

test('derives the slug from the title until one is written', async () => {
  answer(eve)
  const form = await open()
  const slug = form.get<HTMLInputElement>('[name=slug]')
  await form.get('[name=title]').setValue('Äpfel & Birnen: a comparison')
  expect(slug.element.value).toBe('apfel-birnen-a-comparison')
  await slug.setValue('fruit')
  await form.get('[name=title]').setValue('Apples')
  expect(slug.element.value).toBe('fruit')
})

test('publishes what was changed after saving it, and keeps the hour of an unchanged day', async () => {
  const sent = answer({
    ...eve,
    'PATCH /api/cms/entries/posts/post': entry,
    'POST /api/cms/entries/posts/post/publication': entry,
  })
  const form = await open(entry)
  await form.get('[name=title]').setValue('What a ledger is not')
  await press('Publish changes')
  const [saved, published] = sent
  expect(saved).toMatchObject({
    call: 'PATCH /api/cms/entries/posts/post',
    body: { title: 'What a ledger is not', publishedAt: entry.publishedAt, basedOn: entry.updatedAt },
  })
  expect(published).toEqual({
    call: 'POST /api/cms/entries/posts/post/publication',
    body: { basedOn: entry.updatedAt },
  })
  expect(form.emitted('renewed')).toHaveLength(1)
})

/** Presses a button of the dialog once that is there. */
const confirmBy = (label: string) =>
  vi.waitFor(async () => {
    const dialog = document.querySelector('[role=dialog]')
    const button = [...(dialog?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent?.trim() === label,
    )
    if (!button) throw new Error('No dialog yet')
    button.click()
    await settle()
  })

test('takes back what was published in the meantime only after asking', async () => {
  const publication = 'POST /api/cms/entries/posts/post/publication'
  const sent = answer(eve, {
    [publication]: { status: 409, code: 'E_OUTDATED_DRAFT', error: 'Something else was published.' },
  })
  await open({ ...entry, hasDraft: true })
  await press('Publish changes')
  await confirmBy('Publish the draft')
  const body = { basedOn: entry.updatedAt }
  expect(sent).toEqual([
    { call: publication, body },
    { call: publication, body: { ...body, overwrite: true } },
  ])
})

test('makes one draft of a new post, however often its publication is refused', async () => {
  const sent = answer(
    { ...eve, 'POST /api/cms/entries/posts': entry, 'PATCH /api/cms/entries/posts/post': entry },
    {
      'POST /api/cms/entries/posts/post/publication': {
        status: 422,
        code: 'E_VALIDATION_ERROR',
        error: 'Please check the form.',
      },
    },
  )
  const form = await open()
  await form.get('[name=title]').setValue('What a ledger is for')
  await press('Publish post')
  await form.get('[name=title]').setValue('What a ledger is not')
  await press('Publish post')
  const publication = 'POST /api/cms/entries/posts/post/publication'
  expect(sent.map(({ call }) => call)).toEqual([
    'POST /api/cms/entries/posts',
    publication,
    'PATCH /api/cms/entries/posts/post',
    publication,
  ])
})

test('is based on what was read when it was opened, whatever is read again', async () => {
  const sent = answer({ ...eve, 'PATCH /api/cms/entries/posts/post': entry })
  const form = await open(entry)
  await form.setProps({ entry: { ...entry, updatedAt: '2026-11-20T08:00:00.000Z' } })
  await form.get('[name=title]').setValue('Mine')
  await press('Save draft')
  expect(sent[0]!.body).toMatchObject({ basedOn: entry.updatedAt })
})

test('keeps what is written when a publication is called off', async () => {
  answer({ ...eve, 'DELETE /api/cms/entries/posts/post/schedule': entry })
  const schedule = { publishAt: '2026-12-24T08:00:00.000Z', failure: null }
  const form = await open({ ...entry, hasDraft: true, schedule })
  await form.get('[name=title]').setValue('Not saved yet')
  await press('Call it off')
  expect(form.emitted('refreshed')).toHaveLength(1)
  expect(form.emitted('renewed')).toBeUndefined()
})

test('says that unpublishing loses what is not saved', async () => {
  answer(eve)
  const form = await open(entry)
  await form.get('[name=title]').setValue('Not saved yet')
  await press('Unpublish')
  await vi.waitFor(() =>
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('since it was saved last is lost'),
  )
})

test('shows a taken slug beside its field, and publishes nothing', async () => {
  const sent = answer(eve, {
    'PATCH /api/cms/entries/posts/post': {
      status: 422,
      code: 'E_VALIDATION_ERROR',
      error: 'Please check the form.',
      details: { slug: 'Another post has this slug.' },
    },
  })
  const form = await open(entry)
  await form.get('[name=slug]').setValue('taken')
  await press('Publish changes')
  expect(form.text()).toContain('Another post has this slug.')
  expect(form.get('[name=slug]').attributes('aria-invalid')).toBe('true')
  expect(sent).toHaveLength(1)
})

test('offers a writer to save, and nothing that only an editor may', async () => {
  answer(as('content.read', 'content.write'))
  await open({ ...entry, hasDraft: true })
  expect(labels()).toContain('Save draft')
  expect(labels()).toContain('Discard draft')
  for (const label of ['Publish changes', 'Schedule…', 'Unpublish', 'Delete post'])
    expect(labels()).not.toContain(label)
})

test.each([
  ['Delete post', 'Delete', 'DELETE /api/cms/entries/posts/post'],
  ['Unpublish', 'Unpublish', 'DELETE /api/cms/entries/posts/post/publication'],
])('%s asks before it is done', async (label, confirmation, call) => {
  const sent = answer({ ...eve, [call]: entry })
  await open(entry)
  await press(label)
  expect(sent).toEqual([])
  await confirmBy(confirmation)
  expect(sent).toEqual([{ call, body: null }])
})

test('a block is filled in, moved by its buttons, removed and brought back', async () => {
  const sent = answer({ ...eve, 'PATCH /api/cms/entries/pages/page': pageEntry })
  const form = await openPage()
  const names = () => form.findAll('[data-key] [aria-expanded]').map((block) => block.text())
  expect(names()).toEqual(['TextFirst', 'Unknown block'])

  await press('Move Text down')
  expect(names()).toEqual(['Unknown block', 'TextFirst'])
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Text up')
  expect(form.get('[role=status]').text()).toBe('Text is number 2 of 2 now')

  await press('Remove Unknown block')
  expect(names()).toEqual(['TextFirst'])
  await press('Undo')
  expect(names()).toEqual(['Unknown block', 'TextFirst'])

  await form.findAll('[data-key] [aria-expanded]')[1]!.trigger('click')
  await form.get('[data-key] textarea').setValue('Hooks.')
  await form.get('form').trigger('submit')
  await settle()
  expect(sent[0]!.body).toMatchObject({
    basedOn: pageEntry.updatedAt,
    blocks: [
      { id: 'two', type: 'unknown', values: {} },
      { id: 'one', type: 'rich_text', values: { title: 'First', body: 'Hooks.' } },
    ],
  })
})

test('opens the block that was refused, with the reason at its field', async () => {
  answer(eve, {
    'PATCH /api/cms/entries/pages/page': {
      status: 422,
      code: 'E_VALIDATION_ERROR',
      error: 'Please check the form.',
      details: { 'blocks.0.body': 'Please write something.' },
    },
  })
  const form = await openPage()
  await form.get('[name=title]').setValue('Yards')
  await form.get('form').trigger('submit')
  await settle()
  expect(form.get('[data-key]').text()).toContain('Please write something.')
})

test('says that a search found nothing', async () => {
  answer({ ...eve, 'GET /api/cms/entries': [] })
  const page = await mountSuspended(Content, { route: '/admin/content?search=crane&state=draft' })
  await settle()
  expect(page.text()).toContain('Nothing matches')
  expect(page.get<HTMLInputElement>('[name=search]').element.value).toBe('crane')
  expect(page.get<HTMLSelectElement>('[aria-label=State]').element.value).toBe('draft')
})

test('compares an earlier edition and makes a draft of it', async () => {
  const edition = { id: 7, publishedAt: '2026-10-01T08:00:00.000Z', publishedBy: 'Eve Editor' }
  const sent = answer({
    ...eve,
    'GET /api/cms/entries/posts/post/editions': [edition],
    'GET /api/cms/entries/posts/post/editions/7': {
      ...edition,
      isWhole: true,
      differences: [{ field: 'title', before: 'Once', after: 'Now' }],
    },
    'POST /api/cms/entries/posts/post/editions/7/restoration': entry,
  })
  const asked = vi.fn(() => false)
  vi.stubGlobal('confirm', asked)
  const history = await mountSuspended(History, {
    props: { kind: 'posts', id: 'post', changed: true },
    attachTo: document.body,
  })
  await settle()
  expect(history.text()).toContain('Eve Editor')
  await history.get('button').trigger('click')
  await vi.waitFor(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain('Once'))
  await press('Make a draft of it')
  expect(asked).toHaveBeenCalledOnce()
  expect(sent).toEqual([])
  asked.mockReturnValue(true)
  await press('Make a draft of it')
  expect(sent.map(({ call }) => call)).toEqual(['POST /api/cms/entries/posts/post/editions/7/restoration'])
  expect(history.emitted('renewed')).toHaveLength(1)
})

test('opens the block, or the field, that a click on a preview asks for', async () => {
  answer(eve)
  const page = await mountSuspended(PageForm, {
    props: { entry: pageEntry },
    attachTo: document.body,
    route: '/admin/content/pages/page?block=0',
  })
  await settle()
  await settle()
  expect(page.find('[data-key="1"] textarea').exists()).toBe(true)
  page.unmount()

  const post = await mountSuspended(PostForm, {
    props: { entry },
    attachTo: document.body,
    route: '/admin/content/posts/post?field=body',
  })
  await settle()
  expect(document.activeElement?.getAttribute('name')).toBe('body')
  post.unmount()
})

test('makes a link to a preview and shows it', async () => {
  const sent = answer({
    ...eve,
    'POST /api/cms/entries/posts/post/preview-links': {
      url: 'https://gantry.test/preview/shared?link=secret',
      expiresAt: '2026-12-01T00:00:00.000Z',
    },
  })
  await mountSuspended(Preview, { props: { kind: 'posts', id: 'post' }, attachTo: document.body })
  await settle()
  await press('Share preview')
  document.querySelector<HTMLFormElement>('form')!.dispatchEvent(new Event('submit'))
  await settle()
  expect(sent).toEqual([{ call: 'POST /api/cms/entries/posts/post/preview-links', body: { hours: 24 } }])
  expect(document.querySelector('[data-testid=preview-link]')?.textContent).toContain('link=secret')
})

test('opens an entry in the other language, which a reader may not begin', async () => {
  const sent = answer({
    ...eve,
    'POST /api/cms/entries/posts/post/translations': { id: 'german' },
    'GET /api/cms/entries/posts/post/editions': [],
  })
  const query = { data: ref(entry), error: ref(null), refetch: () => Promise.resolve() }
  const page = await mountSuspended(Entry, { props: { kind: 'posts', query }, attachTo: document.body })
  await settle()
  await press('German version')
  expect(sent).toEqual([{ call: 'POST /api/cms/entries/posts/post/translations', body: { language: 'de' } }])
  await vi.waitFor(() => {
    expect(useRouter().currentRoute.value.path).toBe('/admin/content/posts/german')
  })
  page.unmount()

  query.data.value = { ...entry, language: 'de' }
  answer({ ...as('content.read'), 'GET /api/cms/entries/posts/post/editions': [] })
  await mountSuspended(Entry, { props: { kind: 'posts', query }, attachTo: document.body })
  await settle()
  expect(document.querySelector('a[href="/de/blog/ledger"]')).not.toBeNull()
  expect(labels()).not.toContain('English version')
})

test('lists each entry with its language, and those of one language', async () => {
  const line = {
    kind: 'posts',
    state: 'draft',
    isPublished: false,
    isMine: true,
    publishAt: null,
    failure: null,
  }
  const updatedAt = '2026-11-01T08:30:00.000Z'
  const listed = { ...line, id: 'german', title: 'Hafen', address: '/blog/ledger', language: 'de', updatedAt }
  answer({ ...eve, 'GET /api/cms/entries': [{ ...listed, editedBy: null }] })
  const page = await mountSuspended(Content, { route: '/admin/content?language=de' })
  await settle()
  expect(page.get<HTMLSelectElement>('[aria-label=Language]').element.value).toBe('de')
  expect(page.getComponent(Table).get('tbody').text()).toContain('German')
})
