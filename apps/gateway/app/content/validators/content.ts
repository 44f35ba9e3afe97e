import vine from '@vinejs/vine'
import { kinds } from '#content/validators/entry'
import { language as anyLanguage, params, slug } from '#content/validators/fields'

const pages = {
  page: vine.number().withoutDecimals().min(1).max(1_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(50).optional(),
}

const language = () => anyLanguage().optional()

/** In which language a visitor reads; what is not translated is shown in English. */
export const languageValidator = vine.create({ language: language() })

const tag = () => vine.string().trim().minLength(1).maxLength(60)

export const postListValidator = vine.create({
  ...pages,
  language: language(),
  category: slug().optional(),
  author: slug().optional(),
  tag: tag().optional(),
})

export const contentSearchValidator = vine.create({
  ...pages,
  language: language(),
  q: vine.string().trim().minLength(2).maxLength(100),
  kind: vine.enum(kinds).optional(),
  tag: tag().optional(),
})

/** A path of the site as the CMS stores it: `/`, `/about`, `/legal/privacy`. */
export const pagePathValidator = vine.create({
  '*': vine
    .array(
      vine
        .string()
        .maxLength(120)
        .regex(/^[\p{L}\p{N}_.~-]+$/u),
    )
    .maxLength(8)
    .optional(),
})

export const slugValidator = vine.create({ slug: slug() })

/** The sizes that `apps/cms` declares. Directus makes no others either. */
export const assetPresets = ['thumb', 'card', 'wide', 'hero', 'avatar', 'social'] as const

const asset = () => ({
  params: params(),
  v: vine
    .string()
    .regex(/^\d{1,16}$/)
    .optional(),
})

export const assetValidator = vine.create({ ...asset(), key: vine.enum(assetPresets) })

export const assetFileValidator = vine.create(asset())
