import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../server/csp.ts'
import { startSite } from '../peer/site.ts'

let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())
beforeEach(() => {
  site.gateway.seen.length = 0
})

const scriptSources = (html: string) =>
  [...html.matchAll(/<script[^>]*\ssrc="([^"]*)"/g)].map(([, source]) => source)
const read = async (path: string, headers?: Record<string, string>) => (await site.get(path, headers)).body

const readable = [
  '/',
  '/about',
  '/privacy',
  '/pricing',
  '/blog',
  '/blog/one-door',
  '/blog/category/billing',
  '/blog/author/mara',
  '/blog/tag/gateway',
  '/search?q=ledger',
  '/docs',
  '/docs/api',
  '/docs/search?q=session',
  '/changelog',
]

const german = readable.map((path) => (path === '/' ? '/de' : `/de${path}`))

const account = [
  '/login',
  '/register',
  '/single-sign-on',
  '/verify-email',
  '/forgot-password',
  '/reset-password',
  '/magic-link',
  '/login/second-step',
  '/change-email',
  '/undo-email',
]

test.each([...readable, ...german, '/contact', '/de/contact'])(
  'the public page %s is the same for everybody and may be shared',
  async (path) => {
    const answer = await site.get(path, {
      cookie: 'gantry_session=alice; gantry_language=de',
      'accept-language': 'de',
    })
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toMatch(/^public, .*s-maxage=1\b/)
    expect(answer.headers['set-cookie'] ?? []).toEqual([])
    expect(site.gateway.seen.filter(({ headers }) => headers.cookie)).toEqual([])
    expect(answer.body).toBe(await read(path))
  },
)

const languageOf = (html: string) => /<html[^>]*\slang="(\w+)"/.exec(html)?.[1]

describe.each(account)('the account page %s', (path) => {
  test('speaks the language of who asks, knows nothing else of them, and is kept by nobody', async () => {
    for (const [language, headers] of [
      ['en', {}],
      ['en', { 'accept-language': 'fr,en;q=0.8,de;q=0.5' }],
      ['en', { 'accept-language': 'de', cookie: 'gantry_language=en' }],
      ['en', { cookie: 'gantry_language=xx' }],
      ['de', { 'accept-language': 'fr,de-CH;q=0.9,en;q=0.8' }],
      ['de', { 'accept-language': 'en', cookie: 'gantry_session=alice; gantry_language=de' }],
    ] as const) {
      const answer = await site.get(path, headers)
      expect(answer.status).toBe(200)
      expect(languageOf(answer.body)).toBe(language)
      expect(answer.headers['cache-control']).toBe('private, no-store')
      expect(answer.headers['set-cookie'] ?? []).toEqual([])
      expect(site.gateway.seen.filter((call) => call.headers.cookie)).toEqual([])
    }
  })
})

describe.each([...readable, ...german, ...account, '/contact'])('the page %s', (path) => {
  test('allows its own inline scripts and no others', async () => {
    const answer = await site.get(path)
    const policy = answer.headers['content-security-policy']
    expect(policy).toBe(contentSecurityPolicy(answer.body))
    expect(policy).toMatch(/script-src 'self' 'sha256-/)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  test('asks no other host for anything', async () => {
    const html = await read(path)
    const loaded = html.matchAll(
      /<(?:img|script|iframe|source)[^>]*\s(?:src|srcset)="([^"]*)"|<link[^>]*href="([^"]*)"/g,
    )
    const foreign = [...loaded]
      .map(([, source, href]) => source ?? href ?? '')
      .filter(
        (address) =>
          !address.startsWith('/') &&
          !address.startsWith('http://gantry.test/') &&
          address !== 'http://gantry.test',
      )
    expect(foreign).toEqual([])
  })
})

test('a script in what somebody wrote is not allowed to run', async () => {
  const { body, headers } = await site.get('/scripted')
  const written = '<script>alert(1)</script>'
  expect(body).toContain(written)
  expect(headers['content-security-policy']).toBe(contentSecurityPolicy(body.replace(written, '')))
})

test.each([...readable, ...german])('%s needs no scripts to be read', async (path) => {
  const html = await read(path)
  expect(scriptSources(html)).toEqual([])
  expect(html).not.toMatch(/modulepreload|__NUXT_DATA__/)
})

test('a page with a form brings the scripts that send it', async () => {
  expect(scriptSources(await read('/contact')).length).toBeGreaterThan(0)
})

test('a block the site does not know is left out, the others stand', async () => {
  const html = await read('/')
  expect(html).toContain('The structure your product stands on')
  expect(html).toContain('Put something on it')
  expect(html).not.toContain('hologram')
})

test.each([
  ['/pricing', '€29', 'US$'],
  ['/pricing?currency=USD', 'US$32', '€'],
  ['/pricing?currency=XXX', '€29', 'US$'],
  ['/de/pricing?currency=USD', '32\u00a0$', '€'],
])('%s shows the prices of one currency', async (path, shown, hidden) => {
  const html = await read(path)
  const [address] = path.split('?')
  const main = html.slice(html.indexOf('<main'))
  expect(main).toContain(shown)
  expect(main).not.toContain(hidden)
  expect(main).toContain(`href="${address}?currency=USD"`)
  expect(main).toMatch(new RegExp(`href="${address}" [^>]*aria-label="EUR, Euro"`))
  expect(html).toContain(`canonical" href="http://gantry.test${address}"`)
})

test('both intervals of the pricing are on the page', async () => {
  const html = await read('/pricing')
  expect(html).toContain('€29<')
  expect(html).toContain('€290<')
})

test.each(readable.filter((path) => !path.includes('?')))(
  '%s has an address in each language',
  async (path) => {
    const translated = path === '/' ? '/de' : `/de${path}`
    for (const [address, language] of [
      [path, 'en'],
      [translated, 'de'],
    ] as const) {
      const html = await read(address)
      const links = [...html.matchAll(/<link[^>]*\srel="(?:alternate|canonical)"[^>]*>/g)].map(([tag]) => tag)
      const to = (kind: string) =>
        /href="http:\/\/gantry\.test([^"]*)"/.exec(links.find((tag) => tag.includes(kind)) ?? '')?.[1]
      expect(languageOf(html)).toBe(language)
      expect(to('canonical')).toBe(address)
      expect(to('hreflang="en"')).toBe(path)
      expect(to('hreflang="x-default"')).toBe(path)
      expect(to('hreflang="de"')).toBe(translated)
      expect(html).toContain(`property="og:locale" content="${language === 'de' ? 'de_DE' : 'en_GB'}"`)
    }
  },
)

test('a German page leads to German pages, and asks the gateway in German', async () => {
  const html = await read('/de')
  expect(html).toMatch(/<a href="\/de"[^>]*aria-label="Gantry, Startseite"/)
  expect(html).toContain('href="/de/search"')
  expect(html).toContain('href="/login"')
  const languages = site.gateway.seen.map(({ headers }) => headers['accept-language'])
  expect(new Set(languages)).toEqual(new Set(['de']))
})

test('a German page shows what is written in German, and what is not in English, as such', async () => {
  const about = await read('/de/about')
  expect(about).toContain('Ein Gerüst.')
  expect(about).not.toMatch(/<main[^>]*>(?:<!--.*?-->)*<div lang/)
  expect(await read('/about')).not.toContain('Ein Gerüst.')

  site.gateway.seen.length = 0
  for (const path of ['/de', '/de/about', '/de/blog', '/de/blog/one-door', '/de/search?q=gateway'])
    await read(path)
  const content = site.gateway.seen.filter(({ path }) => path.startsWith('/api/cms/'))
  expect(content.length).toBeGreaterThan(5)
  for (const { language, path } of content) expect(language, path).toBe('de')

  expect(await read('/de')).toMatch(/<main[^>]*>(?:<!--.*?-->)*<div lang="en">/)
  expect(await read('/')).not.toContain('<div lang="en">')
  expect(await read('/de/blog/one-door')).toMatch(/<h1 lang="en"[^>]*>Why the gateway is the only door/)
})

test.each(['/de/login', '/de/dashboard', '/de/nowhere', '/fr/pricing', '/DE/pricing'])(
  'there is no %s',
  async (path) => expect((await site.get(path)).status).toBe(404),
)

test('a page behind the login speaks the language that its reader asks for', async () => {
  const cookie = 'gantry_session=alice'
  const read = async (headers: object) =>
    languageOf((await site.get('/dashboard', { cookie, ...headers })).body)
  expect(await read({})).toBe('en')
  expect(await read({ 'accept-language': 'de' })).toBe('de')
})

test('a page behind the login speaks the language that its reader has chosen, whatever the browser asks for', async () => {
  const { body } = await site.get('/admin/users', { cookie: 'gantry_session=dana', 'accept-language': 'en' })
  expect(languageOf(body)).toBe('de')
  expect(body).toContain('Zum Inhalt springen')
  const asked = site.gateway.seen.filter(({ path }) => path.startsWith('/api/admin'))
  expect(asked.map(({ headers }) => headers['accept-language'])).toContain('de')
})

test('the switch leads to the same page in the other language', async () => {
  expect(await read('/pricing')).toMatch(/<a href="\/de\/pricing"[^>]*data-language="de"/)
  expect(await read('/de/pricing')).toMatch(/<a href="\/pricing"[^>]*data-language="en"/)
  expect(await read('/login')).toMatch(/<button[^>]*data-language="de"/)
})

test('a page that does not exist is a 404 with a way back, and nobody keeps it', async () => {
  const answer = await site.get('/nowhere')
  const html = answer.body
  expect(answer.status).toBe(404)
  expect(answer.headers['cache-control']).toBe('private, no-store')
  expect(html).toContain('peer-request')
  expect(html).toMatch(/<a href="\/"[^>]*>To the home page/)
})

test.each([
  '/blog/unknown',
  '/blog/category/unknown',
  '/blog/author/unknown',
  '/blog/tag/unknown',
  '/blog?page=99',
  '/docs/unknown',
  '/Dashboard',
  '/PRICING',
])('%s is a 404', async (path) => {
  expect((await site.get(path)).status).toBe(404)
})

test('what the gateway cannot answer is a 503 that nobody keeps', async () => {
  const answer = await site.get('/broken')
  expect(answer.status).toBe(503)
  expect(answer.headers['cache-control']).toBe('private, no-store')
  expect(answer.body).toContain('Out of reach for a moment')
})

test.each([
  ['secret', 200],
  ['over', 404],
])(
  'the preview behind the shared link “%s” tells nobody its address, and is kept by nobody',
  async (link, status) => {
    const answer = await site.get(`/preview/shared?link=${link}`)
    expect(answer.status).toBe(status)
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(answer.headers['cache-control']).toBe('private, no-store')
    expect(answer.headers['x-robots-tag']).toContain('noindex')
  },
)

test('a redirect of the editors is followed', async () => {
  const answer = await site.get('/team')
  expect(answer.status).toBe(301)
  expect(answer.headers['location']).toBe('/about')
})

test('a private page sends strangers to sign in and names where they wanted to go', async () => {
  const answer = await site.get('/dashboard/billing?plan=pro_monthly')
  expect(answer.status).toBe(302)
  const { pathname, searchParams } = new URL(answer.headers.location ?? '', 'http://gantry.test')
  expect(pathname).toBe('/login')
  expect(searchParams.get('next')).toBe('/dashboard/billing?plan=pro_monthly')
  expect(answer.headers['cache-control']).toBe('private, no-store')
})

test('a private page speaks with the cookies of its visitor, passes new ones back, and is kept by nobody', async () => {
  const answer = await site.get('/dashboard/settings', { cookie: 'gantry_session=alice' })
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('Alice Archer')
  expect(answer.headers['set-cookie'] ?? []).toContain('gantry_session=alice; Path=/; HttpOnly')
  expect(answer.headers['cache-control']).toBe('private, no-store')
})

test.each(['/admin/content', '/admin/users', '/admin/users/0197a000-0000-7000-8000-0000000000a1'])(
  '%s is closed to people without the role',
  async (path) => {
    const answer = await site.get(path, { cookie: 'gantry_session=alice' })
    expect(answer.status).toBe(403)
    expect(site.gateway.seen.filter((call) => call.path.startsWith('/api/admin'))).toEqual([])
  },
)

test('a list of the admin area arrives complete, as its address says', async () => {
  const { body } = await site.get('/admin/users?search=Dana', { cookie: 'gantry_session=dana' })
  expect(body).toContain('dana@gantry.test')
  expect(body).not.toContain('alice@acme.test')
})

test('the gateway learns which request and which address it works for', async () => {
  await site.get('/about', { 'x-request-id': 'request-1', 'x-forwarded-for': '192.0.2.7' })
  expect(site.gateway.seen.length).toBeGreaterThan(0)
  for (const { headers } of site.gateway.seen) {
    expect(headers['x-request-id']).toBe('request-1')
    expect(headers['x-forwarded-for']).toBe('192.0.2.7')
  }
})

test('the documentation can be searched', async () => {
  const html = await read('/docs/search?q=welcome%20mail')
  expect(html).toContain('href="/docs/accounts#registration"')
  expect(await read('/docs/search?q=zeppelin')).toContain('Nothing in the documentation holds')
})

test('what people type into the search is shown as text', async () => {
  const html = await read(`/docs/search?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
  expect(html).not.toContain('<img src=x')
})

test('the site map lists what the content system and the site itself hold', async () => {
  const xml = await read('/_site/sitemap.xml')
  for (const path of ['/about', '/docs/api', '/pricing', '/de', '/de/about', '/de/docs/api'])
    expect(xml).toContain(`<loc>http://gantry.test${path}</loc>`)
})

test('the site can be searched, articles and documentation at once', async () => {
  const html = await read('/search?q=ledger')
  expect(html).toContain('href="/blog/ledger"')
  expect(html).toMatch(/href="\/docs\/[^"]+"[^>]*>[^<]*[Ll]edger/)
  expect(await read('/search?q=zeppelin')).toContain('Nothing here holds')
  expect(await read(`/search?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)).not.toContain(
    '<img src=x',
  )
})

test('the documentation is found also while nothing else can be', async () => {
  const answer = await site.get('/search?q=outage')
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('cannot be searched at the moment')
  expect(answer.headers['cache-control']).toBe('private, no-store')
})

test('an address that does not exist offers a search', async () => {
  expect((await site.get('/nowhere')).body).toContain('action="/search"')
})

test('an article leads on, to its author, its tags, its neighbours and its like', async () => {
  const html = await read('/blog/lost-webhooks')
  for (const address of ['author/mara', 'tag/gateway', 'one-door', 'stale-is-better', 'ledger'])
    expect(html).toContain(`href="/blog/${address}"`)
})

test('an article says to machines what it is', async () => {
  const html = await read('/blog/one-door')
  const [, source] = /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/.exec(html) ?? []
  expect(JSON.parse(source ?? '')).toMatchObject({
    '@type': 'BlogPosting',
    headline: 'Why the gateway is the only door',
    author: { name: 'Mara Lindqvist', url: 'http://gantry.test/blog/author/mara' },
  })
})

test('the articles can be followed as RSS and as a JSON feed', async () => {
  const rss = await site.get('/_site/feed.xml')
  expect(rss.headers['content-type']).toBe('application/rss+xml; charset=utf-8')
  expect(rss.body).toContain('<link>http://gantry.test/blog/one-door</link>')
  expect(rss.body).toContain('<pubDate>Wed, 18 Nov 2026 08:00:00 GMT</pubDate>')

  const feed = JSON.parse((await site.get('/_site/feed.json')).body)
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
  expect(feed.items[0]).toMatchObject({
    id: 'http://gantry.test/blog/one-door',
    authors: [{ name: 'Mara Lindqvist' }],
  })
  expect(await read('/blog')).toContain('href="/_site/feed.xml"')

  expect(await read('/de/blog')).toContain('href="/_site/feed.xml?language=de"')
  const german = await site.get('/_site/feed.xml?language=de')
  expect(german.body).toContain('<language>de</language>')
  expect(german.body).toContain('<link>http://gantry.test/de/blog/one-door</link>')
})

test('robots learn where the site map is', async () => {
  expect(await read('/robots.txt')).toContain('Sitemap: http://gantry.test/_site/sitemap.xml')
})
