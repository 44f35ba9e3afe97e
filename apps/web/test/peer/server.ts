import { createServer } from 'node:http'
import { pages, plans, posts, site } from './world.ts'

const port = Number(process.argv[2] ?? 41333)

const picture = (id: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><rect width="1600" height="900" fill="#e2e8f0"/><path d="M0 250h1600M0 330h1600${Array.from({ length: 20 }, (_, i) => `M${i * 80} 250l40 80 40-80`).join('')}" stroke="#334155" stroke-width="6" fill="none"/><rect x="${(id.length * 97) % 1200}" y="430" width="240" height="180" fill="#e8590c"/></svg>`

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://peer')
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }
  const data = (value: unknown, total?: number) => send(200, { success: true, data: value, total })
  const missing = () =>
    send(404, { success: false, error: 'Not found.', code: 'E_ROW_NOT_FOUND', requestId: 'peer-request' })

  const path = url.pathname
  if (path === '/api/cms/site') return data(site)
  if (path === '/api/billing/plans') return data(plans)
  if (path.startsWith('/api/cms/assets/')) {
    response.writeHead(200, { 'content-type': 'image/svg+xml' })
    return response.end(picture(path.slice(16)))
  }
  if (path.startsWith('/api/cms/pages')) {
    const wanted = path.slice('/api/cms/pages'.length) || '/'
    const page = pages.find((candidate) => candidate.path === wanted)
    return page ? data(page) : missing()
  }
  if (path === '/api/cms/posts') {
    const [number, size] = [
      Number(url.searchParams.get('page') ?? 1),
      Number(url.searchParams.get('perPage') ?? 6),
    ]
    const category = url.searchParams.get('category')
    const all = posts.filter((post) => !category || post.category?.slug === category)
    return data(all.slice((number - 1) * size, number * size), all.length)
  }
  if (path.startsWith('/api/cms/posts/')) {
    const post = posts.find(({ slug }) => slug === path.slice(15))
    return post ? data(post) : missing()
  }
  return missing()
}).listen(port, '127.0.0.1')
