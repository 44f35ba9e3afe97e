import { glob } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import i18n from '@adonisjs/i18n/services/main'
import { type Language, languages } from '#config/i18n'
import { Refusal } from '#core/exceptions/refusal'
import { speak } from '#core/language'

export type Problems = Record<Language, Record<string, string>>

/** What the gateway says to people by the code of an error, where it says the same each time, in each language. */
export async function readProblems() {
  const files = await Array.fromAsync(glob('app/*/exceptions/*_exception{,s}.ts', { cwd: app.makePath() }))
  const modules = await Promise.all(
    files.map(async (file) => (await import(app.makeURL(file).href)) as Record<string, unknown>),
  )
  const constant = modules.flatMap((module) => Object.values(module)).filter(isConstant)
  return Object.fromEntries(languages.map((language) => [language, said(language, constant)])) as Problems
}

type Constant = new () => Refusal

/** One that is made without being told anything says the same each time. */
const isConstant = (value: unknown): value is Constant =>
  typeof value === 'function' && value.prototype instanceof Refusal && value.length === 0

function said(language: Language, constant: Constant[]) {
  const written = Object.entries(i18n.getTranslationsFor(language)).flatMap(([key, words]) => {
    const code = /^errors\.(E_\w+)$/.exec(key)?.[1]
    return code && !words.includes('{') ? [[code, words] as const] : []
  })
  const refused = speak(language, () =>
    constant
      .map((Refused) => new Refused())
      .flatMap(({ code, sentence }) => (code ? [[code, sentence] as const] : [])),
  )
  return Object.fromEntries([...written, ...refused].sort(([one], [other]) => (one < other ? -1 : 1)))
}
