import vine from '@vinejs/vine'
import { IANAZone } from 'luxon'
import { languages } from '#config/i18n'
import type { OptionalMail } from '#config/mail_kinds'

const themes = ['system', 'light', 'dark'] as const

const timeZoneRule = vine.createRule((value, _options, field) => {
  if (typeof value === 'string' && IANAZone.isValidZone(value)) return
  field.report('timeZone', 'timeZone', field)
})

const choice = () => vine.boolean({ strict: true }).optional()

const mails = { data_ready: choice() } satisfies Record<OptionalMail, unknown>

/** What is left out stays as it is. */
export const preferencesValidator = vine.create({
  theme: vine.enum(themes).optional(),
  timeZone: vine.string().maxLength(60).use(timeZoneRule()).optional(),
  language: vine.enum(languages).nullable().optional(),
  mails: vine.object(mails).optional(),
})
