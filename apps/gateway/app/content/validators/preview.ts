import vine from '@vinejs/vine'
import { kinds } from '#content/validators/entry'

/** For an hour, a day, a week or a month. */
export const previewHours = [1, 24, 168, 720] as const

export const previewLinkValidator = vine.create({
  params: vine.object({ kind: vine.enum(kinds), id: vine.string().uuid() }),
  hours: vine.number().in([...previewHours]),
})

export const sharedPreviewValidator = vine.create({ link: vine.string().maxLength(2_000) })
