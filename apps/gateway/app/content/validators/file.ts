import vine from '@vinejs/vine'
import { fileKinds } from '#content/media/types'
import { params, title } from '#content/validators/fields'

const percent = () => vine.number().min(0).max(100)

export const fileListValidator = vine.create({
  search: vine.string().trim().maxLength(100).optional(),
  type: vine.enum(fileKinds).optional(),
  page: vine.number().withoutDecimals().min(1).max(10_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(100).optional(),
})

export const fileValidator = vine.create({ params: params() })

export const fileUploadValidator = vine.create({ file: vine.file() })

export const fileChangeValidator = vine.create({
  params: params(),
  title: title().optional(),
  alt: vine.string().trim().maxLength(500).optional(),
  focus: vine.object({ x: percent(), y: percent() }).nullable().optional(),
})
