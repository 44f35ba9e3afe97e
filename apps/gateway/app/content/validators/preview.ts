import vine from '@vinejs/vine'
import { entry } from '#content/validators/entry'

/** For an hour, a day, a week or a month. */
const hours = [1, 24, 168, 720] as const

export const previewLinkValidator = vine.create({
  params: entry(),
  hours: vine.number().in([...hours]),
})

export const sharedPreviewValidator = vine.create({ link: vine.string().maxLength(2_000) })
