import vine from '@vinejs/vine'
import { article, language, params, slug, title } from '#content/validators/fields'

export const newPostValidator = vine.create({
  title: title(),
  slug: slug(),
  language: language().optional(),
  ...article(),
})

export const postValidator = vine.create({ params: params() })

export const postChangeValidator = vine.create({
  params: params(),
  title: title().optional(),
  slug: slug().optional(),
  ...article(),
})
