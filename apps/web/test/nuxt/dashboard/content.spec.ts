import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test, vi } from 'vitest'
import PostForm from '~/components/admin/PostForm.vue'
import Content from '~/pages/admin/content/index.vue'
import { alice } from '../../peer/world'
import { answer, entry, settle } from './answers'

const eve = {
  'GET /api/auth/me': { ...alice, role: 'editor', permissions: ['content.read', 'content.publish'] },
}

afterEach(() => (document.body.innerHTML = ''))

const press = async (label: string) => {
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === label,
  )
  if (!button) throw new Error(`No button “${label}”`)
  button.click()
  await settle()
}

async function open(post?: typeof entry) {
  const form = await mountSuspended(PostForm, { props: { post }, attachTo: document.body })
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

test('publishes what was changed and keeps the hour of an unchanged day', async () => {
  const sent = answer({
    ...eve,
    'PATCH /api/cms/posts/post': entry,
    'GET /api/cms/collections/posts/post': entry,
  })
  const form = await open(entry)
  await form.get('[name=title]').setValue('What a ledger is not')
  await form.get('form').trigger('submit')
  await settle()
  const { slug, excerpt, body, category, publishedAt } = entry
  expect(sent).toEqual([
    {
      call: 'PATCH /api/cms/posts/post',
      body: { title: 'What a ledger is not', slug, excerpt, body, category, publishedAt },
    },
  ])
})

test('shows a taken slug beside its field', async () => {
  answer(eve, {
    'PATCH /api/cms/posts/post': {
      status: 422,
      code: 'E_VALIDATION_ERROR',
      error: 'Please check the form.',
      details: { slug: 'Another post has this slug.' },
    },
  })
  const form = await open(entry)
  await form.get('form').trigger('submit')
  await settle()
  expect(form.text()).toContain('Another post has this slug.')
  expect(form.get('[name=slug]').attributes('aria-invalid')).toBe('true')
})

test('deletes only after the question', async () => {
  const sent = answer({ ...eve, 'DELETE /api/cms/posts/post': null, 'GET /api/cms/collections/posts': [] })
  await open(entry)
  await press('Delete post')
  expect(sent).toEqual([])
  await vi.waitFor(() => press('Delete'))
  expect(sent).toEqual([{ call: 'DELETE /api/cms/posts/post', body: null }])
})

test('says that a search found nothing', async () => {
  answer({ ...eve, 'GET /api/cms/collections/posts': [] })
  const page = await mountSuspended(Content, { route: '/admin/content?search=crane' })
  await settle()
  expect(page.text()).toContain('No post matches “crane”.')
  expect(page.get<HTMLInputElement>('[name=search]').element.value).toBe('crane')
})
