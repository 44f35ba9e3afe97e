import type { HttpContext } from '@adonisjs/core/http'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { html } from '#core/html'
import { specimen, templates } from '#core/mail/templates'
import { languages } from '#config/i18n'

/** Every mail, filled in with its sample. For whoever works on one; there is no such route in production. */
export default class MailSamplesController {
  async index({ response }: HttpContext) {
    const found = await templates()
    const mails = await Promise.all(
      languages.flatMap((language) =>
        found.map(async (template) => ({
          path: `/api/mails/${template.name}?language=${language}`,
          subject: String((await specimen(template, undefined, language)).subject),
        })),
      ),
    )
    const entries = mails.map(
      ({ path, subject }) =>
        html`<li><a href="${path}">${subject}</a> (<a href="${path}&as=text">text</a>)</li>`,
    )
    const page = html`<!doctype html>
      <html lang="en">
        <title>Mails</title>
        <h1>Mails</h1>
        <ul>
          ${entries}
        </ul>
      </html>`
    response.type('html').send(page.source)
  }

  async show({ params, request, response }: HttpContext) {
    const template = (await templates()).find(({ name }) => name === params.name)
    if (!template) throw new NotFoundException()
    const language = languages.find((known) => known === request.input('language'))
    const { text, html } = await specimen(template, undefined, language)
    const asText = request.input('as') === 'text'
    response.type(asText ? 'text' : 'html').send(String(asText ? text : html))
  }
}
