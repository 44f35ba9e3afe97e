import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import type User from '#accounts/models/user'
import { languageOf } from '#accounts/reading_language'
import { personalData } from '#config/personal_data'
import { speak, t } from '#core/language'
import env from '#start/env'

/** Contributes to a person's export: what becomes one JSON file, or the contents of another, or null for nothing. */
export type PersonalData = (user: User) => Promise<object | Uint8Array | null>

/** One zip with everything we hold about a person: each file of `config/personal_data.ts`, and what they are. */
export async function archiveOf(user: User) {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from(speak(await languageOf(user), readme)), 'README.txt')
  for (const [name, load] of Object.entries(personalData)) {
    const { default: collect } = await load()
    const found = await collect(user)
    if (found) zip.addBuffer(contentsOf(found), name)
  }
  zip.end()
  return buffer(zip.outputStream as NodeJS.ReadableStream as AsyncIterable<Buffer> & NodeJS.ReadableStream)
}

const contentsOf = (found: object | Uint8Array) =>
  found instanceof Uint8Array ? Buffer.from(found) : Buffer.from(`${JSON.stringify(found, null, 2)}\n`)

const readme = () =>
  `${t('words.export_readme', { app: env.get('APP_NAME'), moment: new Date().toISOString() })}

${t('words.export_readme_rest')}
`
