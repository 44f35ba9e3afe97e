import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import Search from '~/pages/search.vue'
import shared from '../../i18n/locales/de/shared.json'
import site from '../../i18n/locales/de/site.json'
import { posts } from '../peer/world'

const hits = [
  { kind: 'posts', address: '/blog/one-door', language: 'en', title: 'One door', excerpt: 'One.' },
]

beforeAll(() => useNuxtApp().$i18n.setLocaleMessage('de', { shared, site }))
afterEach(() => {
  useLanguage().value = 'en'
  vi.unstubAllGlobals()
})

test.each(['en', 'de'] as const)('content is asked for in the language of the page: %s', async (language) => {
  const asked: URL[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(new URL(address, 'http://gantry.test'))
    return new Response(JSON.stringify({ success: true, data: hits, total: 1 }))
  })
  useLanguage().value = language
  const page = await mountSuspended(Search, { route: '/search?q=gateway' })
  const content = asked.filter(({ pathname }) => pathname.startsWith('/api/cms/'))
  expect(content.map(({ searchParams }) => searchParams.get('language'))).toContain(language)
  for (const { searchParams } of content) expect(searchParams.get('language')).toBe(language)
  expect(page.get('h3 a').attributes()).toMatchObject({
    href: language === 'de' ? '/de/blog/one-door' : '/blog/one-door',
  })
  expect(page.get('h3 a').attributes('lang')).toBe(language === 'de' ? 'en' : undefined)
})

test('what is not translated is marked as English on a German page, and nothing else', () => {
  const [post] = posts
  expect(otherLanguage(post!.language)).toBeUndefined()
  useLanguage().value = 'de'
  expect(otherLanguage(post!.language)).toBe('en')
  expect(otherLanguage('de')).toBeUndefined()
})
