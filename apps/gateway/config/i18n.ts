import { defineConfig, formatters, loaders } from '@adonisjs/i18n'
import app from '@adonisjs/core/services/app'

/** What the product speaks; the first is for whoever asks for none of them. */
export const languages = ['en', 'de'] as const

export type Language = (typeof languages)[number]

/** By whose habits each writes dates, numbers and amounts. */
export const regions: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

export default defineConfig({
  defaultLocale: languages[0],
  supportedLocales: [...languages],
  formatter: formatters.icu(),
  loaders: [loaders.fs({ location: app.languageFilesPath() })],
})
