/**
 * Words for people in the language of the page, for scripts; templates say `$t`. A key is written out where it is used; one
 * part of it may be a variable. Called when a page is set up or later, never while a module is read: only then is there a language.
 */
export const t = (key: string, values: Record<string, unknown> = {}) => useNuxtApp().$i18n.t(key, values)

/** A noun inside a sentence: small in English, but for an abbreviation. */
export const inSentence = (noun: string) =>
  useLanguage().value === 'en' && /^\p{Lu}\p{Ll}/u.test(noun) ? noun[0]!.toLowerCase() + noun.slice(1) : noun
