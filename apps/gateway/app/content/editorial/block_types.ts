/** How one field is edited. `most` is the longest text, the largest number or the longest list. */
export interface RowField {
  name: string
  label: string
  kind:
    'line' | 'paragraph' | 'markdown' | 'link' | 'number' | 'choice' | 'image' | 'category' | 'form' | 'rows'
  required: boolean
  most: number | null
  help: string | null
  options: string[]
}

export interface BlockField extends RowField {
  /** What each entry of a list has; there are no lists in lists. */
  fields: RowField[]
}

/** A field wherever it stands. */
export type AnyField = RowField & { fields?: RowField[] }

export interface BlockType {
  type: string
  label: string
  icon: string
  fields: BlockField[]
}

type About = Partial<Pick<BlockField, 'required' | 'most' | 'help' | 'options' | 'fields'>>

const field =
  (kind: BlockField['kind'], most: number | null = null) =>
  (name: string, label: string, about: About = {}): BlockField => ({
    name,
    label,
    kind,
    required: false,
    most,
    help: null,
    options: [],
    fields: [],
    ...about,
  })

const line = field('line', 200)
const paragraph = field('paragraph', 1_000)
const link = field('link', 500)
const image = field('image')
const choice = field('choice')
const rows = field('rows')

const required = { required: true }
const heading = [line('title', 'Title'), paragraph('text', 'Text')]
const actions = rows('actions', 'Buttons', {
  most: 4,
  fields: [
    line('label', 'Label', { required: true, most: 60 }),
    link('href', 'Leads to', { required: true, help: 'A path of this site, or https://…' }),
    choice('variant', 'Look', { options: ['primary', 'secondary'] }),
  ],
})

/**
 * The one definition of what blocks consist of: the site makes its forms of it, and `validators/blocks.ts` is held to it
 * by a specification. Its names are those of the collections `block_…` of `apps/cms`.
 */
export const blockTypes = [
  {
    type: 'hero',
    label: 'Hero',
    icon: 'panel-top',
    fields: [
      line('eyebrow', 'Line above the title', { most: 80 }),
      line('title', 'Title', required),
      paragraph('text', 'Text'),
      image('image', 'Image'),
      actions,
    ],
  },
  {
    type: 'rich_text',
    label: 'Text',
    icon: 'text',
    fields: [
      line('title', 'Title'),
      field('markdown', 100_000)('body', 'Text', {
        ...required,
        help: 'Markdown: ## heading, **bold**, [link](/docs), - list. HTML is shown as text.',
      }),
    ],
  },
  {
    type: 'features',
    label: 'Features',
    icon: 'layout-grid',
    fields: [
      ...heading,
      rows('items', 'Features', {
        most: 24,
        fields: [
          line('icon', 'Icon', { most: 60, help: 'A name of lucide.dev, such as anchor' }),
          line('title', 'Title', required),
          paragraph('text', 'Text', required),
          link('href', 'Leads to'),
        ],
      }),
    ],
  },
  {
    type: 'gallery',
    label: 'Gallery',
    icon: 'images',
    fields: [
      ...heading,
      rows('images', 'Images', {
        most: 40,
        fields: [image('file', 'Image', required), line('caption', 'Caption')],
      }),
    ],
  },
  {
    type: 'posts',
    label: 'Posts',
    icon: 'newspaper',
    fields: [
      ...heading,
      field('category')('category', 'Category', { help: 'Without one, posts of every category' }),
      field('number', 24)('limit', 'How many', required),
    ],
  },
  {
    type: 'pricing',
    label: 'Pricing',
    icon: 'tag',
    fields: [...heading, paragraph('footnote', 'Footnote')],
  },
  {
    type: 'form',
    label: 'Form',
    icon: 'mail',
    fields: [...heading, field('form')('form', 'Form', required)],
  },
  {
    type: 'cta',
    label: 'Call to action',
    icon: 'megaphone',
    fields: [
      line('title', 'Title', required),
      paragraph('text', 'Text'),
      choice('tone', 'Tone', { ...required, options: ['plain', 'strong'] }),
      actions,
    ],
  },
] as const satisfies BlockType[]

export type BlockName = (typeof blockTypes)[number]['type']

/** Of a block that was just added. */
export const fieldsOf = (type: BlockName): BlockField[] =>
  blockTypes.find((known) => known.type === type)?.fields ?? []
