import { AsyncLocalStorage } from 'node:async_hooks'
import type { HttpContext } from '@adonisjs/core/http'
import i18n from '@adonisjs/i18n/services/main'
import { type Language, languages, regions } from '#config/i18n'
import type errors from '../../resources/lang/en/errors.json'
import type events from '../../resources/lang/en/events.json'
import type fields from '../../resources/lang/en/fields.json'
import type mails from '../../resources/lang/en/mails.json'
import type plans from '../../resources/lang/en/plans.json'
import type words from '../../resources/lang/en/words.json'

interface Catalogs {
  errors: typeof errors
  events: typeof events
  fields: typeof fields
  mails: typeof mails
  plans: typeof plans
  words: typeof words
}

/** A sentence of `resources/lang`: its file and its key there. */
export type Key = { [File in keyof Catalogs]: `${File}.${keyof Catalogs[File] & string}` }[keyof Catalogs]
export type FieldKey = keyof typeof fields
export type Values = Record<string, string | number>
/** A function where what is filled in depends on the language itself. */
export type Filling = Values | (() => Values)

interface Speech {
  language: Language
  /** There where what is said is the answer to a request. */
  ctx?: HttpContext
}

const speech = new AsyncLocalStorage<Speech>()

/** Runs `act` so that everything said in it is in this language. */
export const speak = <T>(language: Language, act: () => T, ctx?: HttpContext) =>
  speech.run({ language, ctx }, act)

/** From here on to the end of the request: what somebody has chosen counts more than what their browser asks for. */
export function goOnIn(language: Language | null) {
  const current = speech.getStore()
  if (current && language) current.language = language
}

export const spoken = (): Language => speech.getStore()?.language ?? languages[0]

/** For `Intl`. */
export const region = () => regions[spoken()]

export const isWritten = (key: string): key is Key => i18n.locale(languages[0]).hasMessage(key)

/** The words of a key in the language of whoever reads them. An answer that holds such words says so to caches. */
export function t(key: Key, values?: Filling) {
  const { language, ctx } = speech.getStore() ?? { language: languages[0] }
  if (ctx && !ctx.response.headersSent) {
    ctx.response.header('Content-Language', language)
    ctx.response.vary('Accept-Language')
  }
  return i18n.locale(language).t(key, typeof values === 'function' ? values() : values)
}

/** The best of ours for an `Accept-Language`, or null where it names none. */
export const asked = (acceptLanguage: string | undefined) =>
  acceptLanguage ? (i18n.getSupportedLocaleFor(acceptLanguage) as Language | null) : null
