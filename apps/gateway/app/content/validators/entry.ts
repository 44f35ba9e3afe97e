import vine from '@vinejs/vine'
import { blockTypes } from '#content/editorial/block_types'
import { article, language, params as id, path, slug, title } from '#content/validators/fields'

export const kinds = ['posts', 'pages'] as const
export type Kind = (typeof kinds)[number]

export const entry = () => vine.object({ kind: vine.enum(kinds), id: vine.string().uuid() })

const seo = () =>
  vine
    .object({
      title: vine.string().trim().maxLength(200).nullable().optional(),
      description: vine.string().trim().maxLength(500).nullable().optional(),
      image: vine.string().trim().maxLength(500).nullable().optional(),
      noIndex: vine.boolean().optional(),
    })
    .nullable()
    .optional()

/** What somebody has seen of an entry; without it they are not warned of what others have done since. */
const basedOn = () =>
  vine
    .date({ formats: ['iso8601'] })
    .nullable()
    .optional()

const postRest = () => ({ ...article(), seo: seo() })

const blocks = () =>
  vine
    .array(
      vine.object({
        id: vine.string().uuid().nullable().optional(),
        type: vine.enum([...blockTypes.map(({ type }) => type), 'unknown'] as const),
        // Each type has a contract of its own.
        values: vine.object({}).allowUnknownProperties(),
      }),
    )
    .maxLength(60)
    .optional()

const pageRest = () => ({ seo: seo(), blocks: blocks() })

export const newPostDraftValidator = vine.create({
  title: title(),
  slug: slug(),
  language: language().optional(),
  ...postRest(),
})

export const postDraftValidator = vine.create({
  params: id(),
  basedOn: basedOn(),
  title: title().optional(),
  slug: slug().optional(),
  ...postRest(),
})

export const newPageDraftValidator = vine.create({
  title: title(),
  path: path(),
  language: language().optional(),
  ...pageRest(),
})

export const pageDraftValidator = vine.create({
  params: id(),
  basedOn: basedOn(),
  title: title().optional(),
  path: path().optional(),
  ...pageRest(),
})

export const entryValidator = vine.create({ params: entry() })

export const translationValidator = vine.create({ params: entry(), language: language() })

export const entryIdValidator = vine.create({ params: id() })

export const publicationValidator = vine.create({
  params: entry(),
  basedOn: basedOn(),
  overwrite: vine.boolean().optional(),
  publishAt: vine
    .date({ formats: ['iso8601'] })
    .nullable()
    .optional(),
})

export const entryEditionValidator = vine.create({
  params: vine.object({
    kind: vine.enum(kinds),
    id: vine.string().uuid(),
    edition: vine.number().withoutDecimals().min(1).max(2_147_483_647),
  }),
})

export const states = ['draft', 'changed', 'published', 'scheduled'] as const

export const entryListValidator = vine.create({
  kind: vine.enum(kinds).optional(),
  language: language().optional(),
  state: vine.enum(states).optional(),
  search: vine.string().trim().maxLength(100).optional(),
  page: vine.number().withoutDecimals().min(1).max(10_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(100).optional(),
})
