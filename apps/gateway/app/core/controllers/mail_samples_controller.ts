import type { HttpContext } from '@adonisjs/core/http'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { html } from '#core/html'
import { specimen, templates } from '#core/mail/templates'

/** Every mail, filled in with its sample. For whoever works on one; there is no such route in production. */
export default class MailSamplesController {
  async index({ response }: HttpContext) {
    const mails = await Promise.all(
      (await templates()).map(async (template) => ({ ...template, ...(await specimen(template)) })),
    )
    const entries = mails.map(
      ({ name, subject }) =>
        html`<li>
          <a href="/api/mails/${name}">${String(subject)}</a> (<a href="/api/mails/${name}?as=text">text</a>)
        </li>`,
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
    const { text, html } = await specimen(template)
    const asText = request.input('as') === 'text'
    response.type(asText ? 'text' : 'html').send(String(asText ? text : html))
  }
}
