import { glob } from 'node:fs/promises'
import { basename } from 'node:path'
import app from '@adonisjs/core/services/app'
import type { ProductMail } from '#core/mail/product_mail'
import { type Language, languages } from '#config/i18n'
import { speak } from '#core/language'

type Template = (new (recipient: string, cause: string, data: object) => ProductMail) & { sample?: object }

/** Every mail of the product, found by where its file lies. */
export async function templates() {
  const files = await Array.fromAsync(glob('app/*/mails/*_mail.{ts,js}', { cwd: app.makePath() }))
  const found = files.filter((file) => !basename(file).startsWith('send_')).sort()
  return Promise.all(
    found.map(async (file) => {
      const module = (await import(app.makeURL(file).href)) as Record<string, Template>
      return { name: basename(file).replace(/_mail\.\w+$/, ''), Mail: Object.values(module)[0] as Template }
    }),
  )
}

/** A template filled in with its sample, ready to be looked at. */
export async function specimen(
  { name, Mail }: Awaited<ReturnType<typeof templates>>[number],
  sample = Mail.sample,
  language: Language = languages[0],
) {
  if (!sample)
    throw new Error(`The mail "${name}" has no sample. Give its class a static \`sample\` of its data.`)
  const mail = new Mail('alice@acme.test', 'sample', sample)
  await speak(language, () => mail.build())
  return mail.message.nodeMailerMessage
}
