import { html, type Markup } from '#core/html'
import { spoken, t } from '#core/language'
import type { Letter } from '#core/mail/letter'
import env from '#start/env'

/** Dark colours, for the clients that ask for them; the light ones are inline, because some clients read no style. */
const dark = {
  page: 'background: #0f1318 !important',
  card: 'background: #161b22 !important; border-color: #262e38 !important',
  text: 'color: #dbe0e6 !important',
  strong: 'color: #f6f4ef !important',
  faint: 'color: #9aa6b3 !important',
  link: 'color: #ff8a4c !important',
  line: 'border-color: #262e38 !important',
  button: 'background: #f26b1d !important; color: #14181f !important',
}
const darkRules = Object.entries(dark).map(([name, rule]) => `.${name} { ${rule} }`)
const style = `:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) { ${darkRules.join(' ')} }`

const font = "font-family: 'Inter', -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"
const text = 'margin: 0 0 16px; font-size: 16px; line-height: 1.6; color: #252c36'

/** A letter as HTML: one column that shrinks with the window, readable without images, in both themes. */
export function htmlPart(letter: Letter) {
  const { preheader, greeting, paragraphs, facts = [], action, footnote, subject } = letter
  const [name, address] = [env.get('APP_NAME'), env.get('APP_URL')]

  return html`<!doctype html>
    <html lang="${spoken()}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        <style>
          ${style}
        </style>
      </head>
      <body class="page" style="margin: 0; padding: 0; background: #faf9f6; ${font}">
        <div style="display: none; max-height: 0; overflow: hidden;">
          ${preheader ?? paragraphs[0] ?? subject}
        </div>
        <table
          role="presentation"
          class="page"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style="background: #faf9f6"
        >
          <tr>
            <td align="center" style="padding: 32px 12px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width: 560px; text-align: left"
              >
                <tr>
                  <td
                    class="strong"
                    style="padding: 0 4px 16px; font-size: 20px; font-weight: 700; color: #14181f; ${font}"
                  >
                    ${name}
                  </td>
                </tr>
                <tr>
                  <td
                    class="card"
                    style="padding: 28px 24px; background: #ffffff; border: 1px solid #e0dcd2; border-radius: 8px; overflow-wrap: anywhere; ${font}"
                  >
                    ${greeting ? html`<p class="text" style="${text}">${greeting}</p>` : ''}
                    ${paragraphs.map((paragraph) => html`<p class="text" style="${text}">${paragraph}</p>`)}
                    ${facts.map(factPart)} ${action ? actionPart(action) : ''}
                    ${footnote ? footnotePart(footnote) : ''}
                  </td>
                </tr>
                <tr>
                  <td class="faint" style="padding: 16px 4px; font-size: 13px; color: #56606d; ${font}">
                    <a href="${address}" class="faint" style="color: #56606d"
                      >${address.replace(/^https?:\/\//, '')}</a
                    >
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>`.source
}

const factPart = ([name, value]: [string, string]): Markup =>
  html`<p class="text" style="${text}">
    <strong class="strong" style="color: #14181f">${name}</strong><br /><span style="white-space: pre-line"
      >${value}</span
    >
  </p>`

/** The address stands below the button too: some clients show no button, and some readers want to see where it leads. */
const actionPart = ({ label, url }: NonNullable<Letter['action']>): Markup =>
  html`<p style="margin: 24px 0 16px">
      <a
        href="${url}"
        class="button"
        style="display: inline-block; padding: 12px 20px; border-radius: 6px; background: #c2410c; color: #ffffff; font-size: 16px; font-weight: 600; text-decoration: none"
        >${label}</a
      >
    </p>
    <p class="faint" style="margin: 0 0 16px; font-size: 13px; line-height: 1.5; color: #56606d">
      ${t('mails.or_open')}<br /><a href="${url}" class="link" style="color: #c2410c">${url}</a>
    </p>`

const footnotePart = (footnote: string): Markup =>
  html`<p
    class="faint line"
    style="margin: 24px 0 0; padding-top: 16px; border-top: 1px solid #e0dcd2; font-size: 13px; line-height: 1.5; color: #56606d"
  >
    ${footnote}
  </p>`
