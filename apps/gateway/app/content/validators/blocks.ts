import vine from '@vinejs/vine'
import type { BlockName } from '#content/editorial/block_types'

/** A path of this site, a place on the page, an https address or a mailbox; nothing that a browser would run. */
const target = /^(?:\/(?![/\\])|#|https:\/\/|mailto:)\S*$/

const required = (most: number) => vine.string().trim().minLength(1).maxLength(most)
const optional = (most: number) => vine.string().trim().maxLength(most).nullable().optional()
const relation = () => vine.string().uuid().nullable().optional()
const heading = () => ({ title: optional(200), text: optional(1_000) })

const actions = () =>
  vine
    .array(
      vine.object({
        label: required(60),
        href: required(500).regex(target),
        variant: vine.enum(['primary', 'secondary']).nullable().optional(),
      }),
    )
    .maxLength(4)
    .nullable()
    .optional()

/** What each type of block may hold. */
export const blockValidators = {
  hero: vine.create({
    eyebrow: optional(80),
    title: required(200),
    text: optional(1_000),
    image: relation(),
    actions: actions(),
  }),
  rich_text: vine.create({ title: optional(200), body: required(100_000) }),
  features: vine.create({
    ...heading(),
    items: vine
      .array(
        vine.object({
          icon: optional(60),
          title: required(200),
          text: required(1_000),
          href: vine.string().trim().maxLength(500).regex(target).nullable().optional(),
        }),
      )
      .maxLength(24)
      .nullable()
      .optional(),
  }),
  gallery: vine.create({
    ...heading(),
    images: vine
      .array(vine.object({ file: vine.string().uuid(), caption: optional(200) }))
      .maxLength(40)
      .nullable()
      .optional(),
  }),
  posts: vine.create({
    ...heading(),
    category: relation(),
    limit: vine.number().withoutDecimals().min(1).max(24),
  }),
  pricing: vine.create({ ...heading(), footnote: optional(1_000) }),
  form: vine.create({ ...heading(), form: vine.string().uuid() }),
  cta: vine.create({
    title: required(200),
    text: optional(1_000),
    tone: vine.enum(['plain', 'strong']),
    actions: actions(),
  }),
} satisfies Record<BlockName, unknown>
