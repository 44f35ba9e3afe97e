import { collection } from './collection.ts'
import {
  created,
  id,
  image,
  json,
  language,
  line,
  many,
  markdown,
  moment,
  one,
  paragraph,
  slug,
  sort,
  tags,
  updated,
} from './fields.ts'

const posts = collection(
  'posts',
  {
    icon: 'article',
    versioning: true,
    displayTemplate: '{{title}}',
    unique: ['slug', 'language'],
  },
  {
    id: id(),
    title: line({ required: true }),
    slug: slug({ half: true, unique: false, note: 'The same in every language' }),
    language: language(),
    published_at: {
      ...moment({ half: true, required: true, note: 'The date shown' }),
      default: 'CURRENT_TIMESTAMP',
    },
    excerpt: paragraph({ note: 'One or two sentences for lists and search engines' }),
    image: image(),
    author: one({ to: 'authors', list: 'posts' }, { template: '{{name}}', half: true }),
    category: one({ to: 'categories', list: 'posts' }, { template: '{{name}}', half: true }),
    tags: tags(),
    body: markdown({ note: 'Markdown' }),
    seo: json({
      note: '{"title": "", "description": "", "image": "", "noIndex": false}; every key may be left out',
    }),
    date_created: created(),
    date_updated: updated(),
  },
)

const authors = collection(
  'authors',
  { icon: 'person', displayTemplate: '{{name}}' },
  {
    id: id(),
    name: line({ required: true, half: true }),
    slug: slug({ half: true }),
    title: line({ note: 'What this person does' }),
    bio: paragraph(),
    avatar: image(),
    posts: many({ template: '{{title}}' }),
  },
)

const categories = collection(
  'categories',
  { icon: 'label', displayTemplate: '{{name}}', sortField: 'sort' },
  {
    id: id(),
    name: line({ required: true, half: true }),
    slug: slug({ half: true }),
    description: paragraph(),
    sort: sort(),
    posts: many({ template: '{{title}}' }),
  },
)

export const blogCollections = [posts, authors, categories]
