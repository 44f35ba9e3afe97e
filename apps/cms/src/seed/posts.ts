import { idOf, item, markdown } from './seed.ts'

interface Post {
  slug: string
  title: string
  excerpt: string
  author: string
  category: string
  tags: string[]
  published: string
}

const post = ({ slug, author, category, published, ...rest }: Post) =>
  item('posts', slug, {
    slug,
    ...rest,
    author: idOf('authors', author),
    category: idOf('categories', category),
    published_at: published,
    body: markdown(`./posts/${slug}.md`),
  })

export const posts = [
  post({
    slug: 'one-door',
    title: 'One door',
    excerpt: 'Why the browser, the editors and the billing system all talk to a single gateway.',
    author: 'mara-lindqvist',
    category: 'architecture',
    tags: ['gateway', 'security'],
    published: '2026-09-08T08:00:00Z',
  }),
]
