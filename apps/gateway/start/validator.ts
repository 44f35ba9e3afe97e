import vine from '@vinejs/vine'
import { isWritten, t, type Values } from '#core/language'

/** A rule says what `fields.json` has for it, at that field or anywhere; what a rule of our own says is translated already. */
vine.messagesProvider = {
  getMessage(said, rule, field, about: Record<string, unknown> = {}) {
    const keys = [`fields.${field.wildCardPath}.${rule}`, `fields.${rule}`]
    const key = keys.find(isWritten)
    const values = Object.entries(about).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ])
    return key ? t(key as Parameters<typeof t>[0], Object.fromEntries(values) as Values) : said
  },
}
