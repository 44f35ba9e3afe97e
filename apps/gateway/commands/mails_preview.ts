import { mkdir, writeFile } from 'node:fs/promises'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class MailsPreview extends BaseCommand {
  static override commandName = 'mails:preview'
  static override description =
    'Write every mail in every language, filled in with sample data, to tmp/mails for a look in the browser'
  static override options: CommandOptions = { startApp: true }

  override async run() {
    const { specimen, templates } = await import('#core/mail/templates')
    const { html } = await import('#core/html')
    const { languages } = await import('#config/i18n')
    const folder = this.app.makeURL('tmp/mails/')
    await mkdir(folder, { recursive: true })

    const found = await templates()
    const mails = await Promise.all(
      languages.flatMap((language) =>
        found.map(async (template) => ({
          name: `${template.name}.${language}`,
          message: await specimen(template, undefined, language),
        })),
      ),
    )
    for (const { name, message } of mails) {
      await writeFile(new URL(`${name}.html`, folder), String(message.html))
      await writeFile(new URL(`${name}.txt`, folder), `Subject: ${message.subject}\n\n${message.text}\n`)
    }
    const entries = mails.map(
      ({ name, message }) =>
        html`<li><a href="${name}.html">${message.subject ?? name}</a> (<a href="${name}.txt">text</a>)</li>`,
    )
    await writeFile(
      new URL('index.html', folder),
      html`<meta charset="utf-8" />
        <ul>
          ${entries}
        </ul>`.source,
    )
    this.logger.success(`Open ${new URL('index.html', folder).href}`)
  }
}
