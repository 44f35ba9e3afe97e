import vine from '@vinejs/vine'
import { languages } from '#config/i18n'

/** What posts and pages are made of, whether they are saved as drafts or written at once. */
export const params = () => vine.object({ id: vine.string().uuid() })

export const title = () => vine.string().trim().minLength(1).maxLength(200)

export const slug = () =>
  vine
    .string()
    .trim()
    .maxLength(120)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** What something is written in; a translation of it is another. */
export const language = () => vine.enum(languages)

export const path = () =>
  vine
    .string()
    .trim()
    .maxLength(200)
    .regex(/^\/(?:[\p{L}\p{N}_.~-]+(?:\/[\p{L}\p{N}_.~-]+){0,7})?$/u)

const relation = () => vine.string().uuid().nullable().optional()

/** Of a post, besides its title and slug. */
export const article = () => ({
  excerpt: vine.string().trim().maxLength(500).optional(),
  body: vine.string().maxLength(200_000).optional(),
  image: relation(),
  author: relation(),
  category: relation(),
  tags: vine.array(vine.string().trim().minLength(1).maxLength(60)).maxLength(20).optional(),
  publishedAt: vine.date({ formats: ['iso8601'] }).optional(),
})
