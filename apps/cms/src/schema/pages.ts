import { collection } from './collection.ts'
import {
  blocks,
  choice,
  created,
  files,
  id,
  image,
  integer,
  json,
  language,
  line,
  markdown,
  one,
  paragraph,
  rows,
  sort,
  updated,
} from './fields.ts'

const heading = { title: line(), text: paragraph() }
const actions = () =>
  rows(
    { label: 'input', href: 'input', variant: ['primary', 'secondary'] },
    { note: 'Buttons, first one first' },
  )

const hero = collection(
  'block_hero',
  { icon: 'view_carousel', hidden: true, displayTemplate: '{{title}}' },
  {
    id: id(),
    eyebrow: line(),
    title: line({ required: true }),
    text: paragraph(),
    image: image(),
    actions: actions(),
  },
)

const richText = collection(
  'block_rich_text',
  { icon: 'notes', hidden: true, displayTemplate: '{{title}}' },
  { id: id(), title: line(), body: markdown({ required: true }) },
)

const features = collection(
  'block_features',
  { icon: 'grid_view', hidden: true, displayTemplate: '{{title}}' },
  {
    id: id(),
    ...heading,
    items: rows({ icon: 'input', title: 'input', text: 'input-multiline', href: 'input' }),
  },
)

const gallery = collection(
  'block_gallery',
  { icon: 'photo_library', hidden: true, displayTemplate: '{{title}}' },
  { id: id(), ...heading, images: files() },
)

const galleryFiles = collection(
  'block_gallery_files',
  { icon: 'import_export', hidden: true, sortField: 'sort' },
  {
    id: id(),
    gallery: one(
      {
        to: 'block_gallery',
        list: 'images',
        sort: 'sort',
        junction: 'file',
        onDelete: 'CASCADE',
      },
      { hidden: true },
    ),
    file: { ...image(), relation: { to: 'directus_files', junction: 'gallery', onDelete: 'CASCADE' } },
    caption: line(),
    sort: sort(),
  },
)

const posts = collection(
  'block_posts',
  { icon: 'feed', hidden: true, displayTemplate: '{{title}}' },
  {
    id: id(),
    ...heading,
    category: one({ to: 'categories' }, { template: '{{name}}', note: 'Empty: posts of every category' }),
    limit: integer(3),
  },
)

const pricing = collection(
  'block_pricing',
  { icon: 'sell', hidden: true, displayTemplate: '{{title}}', note: 'The plans come from billing' },
  { id: id(), ...heading, footnote: paragraph() },
)

const form = collection(
  'block_form',
  { icon: 'contact_mail', hidden: true, displayTemplate: '{{title}}' },
  { id: id(), ...heading, form: one({ to: 'forms' }, { template: '{{name}}' }) },
)

const cta = collection(
  'block_cta',
  { icon: 'ads_click', hidden: true, displayTemplate: '{{title}}' },
  {
    id: id(),
    title: line({ required: true }),
    text: paragraph(),
    actions: actions(),
    tone: { ...choice(['plain', 'strong']), default: 'plain', required: true },
  },
)

export const blockCollections = [hero, richText, features, gallery, posts, pricing, form, cta]

const pages = collection(
  'pages',
  { icon: 'web', versioning: true, displayTemplate: '{{title}}', unique: ['path', 'language'] },
  {
    id: id(),
    title: line({ required: true, half: true }),
    path: line({
      required: true,
      half: true,
      note: 'Begins with a slash, and is the same in every language: /about',
    }),
    language: language(),
    blocks: blocks(),
    seo: json({
      note: '{"title": "", "description": "", "image": "", "noIndex": false}; every key may be left out',
    }),
    date_created: created(),
    date_updated: updated(),
  },
)

const pagesBlocks = collection(
  'pages_blocks',
  { icon: 'import_export', hidden: true, sortField: 'sort' },
  {
    id: id(),
    page: one(
      {
        to: 'pages',
        list: 'blocks',
        sort: 'sort',
        junction: 'item',
        onDelete: 'CASCADE',
      },
      { hidden: true },
    ),
    collection: line({ hidden: true }),
    item: {
      ...line({ hidden: true }),
      relation: { to: null, allowed: blockCollections.map(({ name }) => name), junction: 'page' },
    },
    sort: sort(),
  },
)

export const pageCollections = [pages, pagesBlocks, ...blockCollections, galleryFiles]
