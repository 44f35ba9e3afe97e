import vine from '@vinejs/vine'

const slug = () =>
  vine
    .string()
    .maxLength(120)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

export const postListValidator = vine.create({
  page: vine.number().withoutDecimals().min(1).max(1_000).optional(),
  perPage: vine.number().withoutDecimals().min(1).max(50).optional(),
  category: slug().optional(),
  tag: vine.string().trim().minLength(1).maxLength(60).optional(),
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

export const postSlugValidator = vine.create({ slug: slug() })

/** The sizes that `apps/cms` declares. Directus makes no others either. */
export const assetPresets = ['thumb', 'card', 'wide', 'hero', 'avatar', 'social'] as const

export const assetValidator = vine.create({
  params: vine.object({ id: vine.string().uuid() }),
  key: vine.enum(assetPresets),
  v: vine
    .string()
    .regex(/^\d{1,16}$/)
    .optional(),
})
