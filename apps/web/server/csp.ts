import { createHash } from 'node:crypto'

/** Script elements; every other tag is taken as a whole, so that what only looks like one in an attribute is none. */
const scripts =
  /<script(?<attributes>[^">]*(?:"[^"]*"[^">]*)*)>(?<source>[\s\S]*?)<\/script>|<!--[\s\S]*?-->|<[^">]*(?:"[^"]*"[^">]*)*>/g
const data = /\stype="?application\/(?:ld\+)?json/
const external = /\ssrc=/

const digest = (source: string) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`

/** The policy for one page: its own inline scripts by their hash, files of this origin, and nothing else. */
export function contentSecurityPolicy(html: string) {
  const inline = [...html.matchAll(scripts)].flatMap(({ groups }) => {
    const { attributes = '', source } = groups ?? {}
    return source === undefined || data.test(attributes) || external.test(attributes) ? [] : [digest(source)]
  })
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...new Set(inline)].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
