import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  alice,
  authors,
  dana,
  germanPages,
  pages,
  picture,
  plans,
  posts,
  preview,
  providers,
  redirects,
  site,
  users,
} from './world.ts'

const inDollars = plans.map((plan) => ({
  ...plan,
  code: `${plan.code}_usd`,
  currency: 'USD',
  amountCents: plan.amountCents + 3_00,
}))

interface Seen {
  method: string
  path: string
  /** The one that content is asked for in. */
  language: string | null
  headers: IncomingMessage['headers']
}

/** A gateway with the named world in it, for what the site does with its answers. `seen` is what it was asked. */
export async function startGateway(port = 0) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://peer')
    seen.push({
      method: request.method ?? '',
      path,
      language: query.get('language'),
      headers: request.headers,
    })
    answer(path, query, request, response)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: listening } = server.address() as AddressInfo
  return { seen, url: `http://127.0.0.1:${listening}`, stop: () => server.close() }
}

function answer(path: string, query: URLSearchParams, request: IncomingMessage, response: ServerResponse) {
  const send = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  const data = (value: unknown, total?: number) => send(200, { success: true, data: value, total })
  const refuse = (status: number, code: string) =>
    send(status, { success: false, error: 'The peer refuses.', code, requestId: 'peer-request' })
  const found = (value: unknown) => (value ? data(value) : refuse(404, 'E_ROW_NOT_FOUND'))

  if (path === '/api/auth/me') {
    const me = { 'gantry_session=alice': alice, 'gantry_session=dana': dana }[request.headers.cookie ?? '']
    if (!me) return refuse(401, 'E_UNAUTHORIZED_ACCESS')
    response.setHeader('set-cookie', `${request.headers.cookie}; Path=/; HttpOnly`)
    return data(me)
  }
  if (path === '/api/admin/users') {
    const text = query.get('search') ?? ''
    const found = users.filter(({ fullName, email }) => `${fullName} ${email}`.includes(text))
    return data(found, found.length)
  }
  if (path === '/api/auth/providers') return data(providers)
  if (path === '/api/auth/identities') return data([])
  if (path === '/api/user/events') return data([])
  if (path === '/api/auth/passkeys') return data([])
  if (path === '/api/auth/two-factor') return data({ enabledAt: null, recoveryCodesLeft: 0 })
  if (path === '/api/billing/plans') return data([...plans, ...inDollars])
  if (path === '/api/billing/entitlements') {
    const features = { sso: true, api_calls: null }
    return data({
      planCode: 'scale_monthly',
      planName: 'Scale',
      features,
      suspendsAt: null,
      suspendedAt: null,
      balanceIsLow: false,
      currency: 'EUR',
      currencyIsFinal: false,
    })
  }
  if (path === '/api/cms/site') return data(site)
  if (path === '/api/cms/sitemap') return data(pages.map(({ path }) => ({ path, updatedAt: null })))
  if (path === '/api/cms/pages/broken') return refuse(503, 'E_CMS_UNAVAILABLE')
  if (path.startsWith('/api/cms/pages')) {
    const wanted = path.slice('/api/cms/pages'.length) || '/'
    const known = query.get('language') === 'de' ? [...germanPages, ...pages] : pages
    return found([...known, ...redirects].find((page) => page.path === wanted))
  }
  if (path === '/api/cms/posts') {
    const [page, perPage, category] = [
      Number(query.get('page')),
      Number(query.get('perPage')),
      query.get('category'),
    ]
    const [author, tag] = [query.get('author'), query.get('tag')]
    const all = posts.filter(
      (post) =>
        (!category || post.category?.slug === category) &&
        (!author || post.author?.slug === author) &&
        (!tag || post.tags.includes(tag)),
    )
    return data(all.slice((page - 1) * perPage, page * perPage), all.length)
  }
  if (path.startsWith('/api/cms/authors/'))
    return found(authors.find(({ slug }) => path.endsWith(`/${slug}`)))
  if (path === '/api/cms/search') {
    const q = query.get('q') ?? ''
    if (q === 'outage') return refuse(503, 'E_SERVICE_UNAVAILABLE')
    const hits = posts
      .filter(({ title }) => title.toLowerCase().includes(q.toLowerCase()))
      .map(({ slug, title, excerpt }) => ({
        kind: 'posts',
        address: `/blog/${slug}`,
        language: 'en',
        title,
        excerpt,
      }))
    return data(hits, hits.length)
  }
  if (path === '/api/cms/previews/shared')
    return query.get('link') === 'secret' ? data(preview) : refuse(404, 'E_PREVIEW_ENDED')
  if (path.startsWith('/api/cms/posts/')) return found(posts.find(({ slug }) => path.endsWith(`/${slug}`)))
  if (path.startsWith('/api/cms/assets/')) {
    response.writeHead(200, { 'content-type': 'image/svg+xml' })
    return response.end(picture(path))
  }
  return refuse(404, 'E_ROUTE_NOT_FOUND')
}

if (import.meta.main) await startGateway(Number(process.argv[2] ?? 3333))
