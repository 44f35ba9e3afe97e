import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'

const STYLE = `
:root{color-scheme:light dark;--bg:#f4f5f8;--card:#fff;--text:#16181d;--muted:#545b69;--line:#c3c8d2;--accent:#4338ca;
--accent-text:#fff;--note:#fff4d6;--note-text:#5c3d00;--bad:#a4161a;--bad-bg:#fdecec}
@media(prefers-color-scheme:dark){:root{--bg:#101216;--card:#191c22;--text:#f1f2f5;--muted:#adb4c2;--line:#464d5b;
--accent:#a5b4fc;--accent-text:#12142b;--note:#3a2f10;--note-text:#ffdf95;--bad:#ffb0b0;--bad-bg:#3c1a1c}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
.notice{margin:0;padding:.6rem 1rem;background:var(--note);color:var(--note-text);text-align:center;font-size:.9rem}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem;display:grid;gap:1.5rem}
@media(min-width:52rem){main.split{grid-template-columns:1fr 1.15fr;align-items:start;padding-top:3rem}}
main.narrow{max-width:34rem}
section{min-width:0;background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1.25rem}
@media(min-width:52rem){section{padding:1.75rem}}
h1{font-size:1.05rem;font-weight:600;margin:0;color:var(--muted)}h2{font-size:1.15rem;margin:0 0 1rem}
.amount{font-size:2.4rem;font-weight:700;letter-spacing:-.02em;margin:.1rem 0 1rem}
.lines{list-style:none;margin:0;padding:0}.lines li{display:flex;justify-content:space-between;gap:1rem;padding:.45rem 0}
.lines li.total{border-top:1px solid var(--line);margin-top:.4rem;padding-top:.75rem;font-weight:600}
.muted{color:var(--muted)}.small{font-size:.875rem}
form{display:grid;gap:1rem}.row{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.actions{display:grid;gap:.75rem;margin-top:.5rem}
label{display:block;font-weight:600;font-size:.9rem;margin-bottom:.3rem}
input{width:100%;font:inherit;color:inherit;background:var(--card);border:1px solid var(--muted);border-radius:.55rem;
padding:.65rem .75rem;min-height:2.9rem}
::placeholder{color:var(--muted);opacity:1}
input[aria-invalid=true]{border:2px solid var(--bad)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
button,.button{font:inherit;font-weight:600;min-height:3rem;border-radius:.55rem;border:1px solid transparent;cursor:pointer;
padding:.6rem 1rem;display:block;width:100%;text-align:center;text-decoration:none;background:var(--accent);color:var(--accent-text)}
.quiet{background:transparent;color:var(--text);border-color:var(--muted)}
.error{color:var(--bad);font-size:.875rem;margin:.3rem 0 0}
.alert{margin:0 0 1rem;padding:.75rem 1rem;border-radius:.55rem;background:var(--bad-bg);color:var(--bad)}

details{border-top:1px solid var(--line);padding-top:1rem;margin-top:1.25rem}summary{cursor:pointer;font-weight:600}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin-top:.6rem}
th,td{text-align:left;padding:.4rem .5rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td code{white-space:nowrap}code{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:.95em;overflow-wrap:anywhere}
.scroll{overflow-x:auto}a{color:var(--accent)}
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

// In one piece, as the policy allows exactly these bytes and a formatter must not move them.
const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`)

export interface PageContent {
  title: string
  layout?: 'split' | 'narrow'
  content: unknown
}

/**
 * A page of the simulated provider: no script, its own style, nothing from elsewhere.
 *
 * @param formTargets origins that a form's answer may lead to, besides this one
 */
export async function page(
  c: Context,
  { title, layout = 'narrow', content }: PageContent,
  formTargets: string[] = [],
  status: 200 | 404 | 410 | 422 = 200,
) {
  c.header(
    'content-security-policy',
    [
      "default-src 'none'",
      `style-src 'sha256-${STYLE_HASH}'`,
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  )
  c.header('referrer-policy', 'no-referrer')
  c.header('x-content-type-options', 'nosniff')
  c.header('cache-control', 'no-store')
  const body = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header class="notice"><strong>Simulation.</strong> No money moves. Never enter a real card.</header>
        <main class="${layout}">${content}</main>
      </body>
    </html>`
  return c.html(body, status)
}

/** Minor units for people, such as €29.00. */
export function money(cents: number, currency: string) {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(cents / 10 ** digits)
}
