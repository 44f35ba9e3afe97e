import vine from '@vinejs/vine'

const title = () => vine.string().trim().minLength(1).maxLength(200)
const slug = () =>
  vine
    .string()
    .trim()
    .maxLength(120)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

const relation = () => vine.string().uuid().nullable().optional()

const rest = () => ({
  excerpt: vine.string().trim().maxLength(500).optional(),
  body: vine.string().maxLength(200_000).optional(),
  image: relation(),
  author: relation(),
  category: relation(),
  tags: vine.array(vine.string().trim().minLength(1).maxLength(60)).maxLength(20).optional(),
  publishedAt: vine.date({ formats: ['iso8601'] }).optional(),
})

export const newPostValidator = vine.create({ title: title(), slug: slug(), ...rest() })

const params = () => vine.object({ id: vine.string().uuid() })

export const postValidator = vine.create({ params: params() })

export const postChangeValidator = vine.create({
  params: params(),
  title: title().optional(),
  slug: slug().optional(),
  ...rest(),
})
