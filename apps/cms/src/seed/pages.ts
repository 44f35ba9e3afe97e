import { idOf, item, type SeedItem } from './seed.ts'

interface Block {
  collection: string
  data: Record<string, unknown>
}

const page = (path: string, title: string, description: string, blocks: Block[]): SeedItem =>
  item('pages', path, {
    path,
    title,
    seo: { description },
    blocks: blocks.map(({ collection, data }, position) => ({
      id: idOf('pages_blocks', `${path}:${position}`),
      sort: position + 1,
      collection,
      item: { id: idOf(collection, `${path}:${position}`), ...data },
    })),
  })

const block =
  (collection: string) =>
  (data: Record<string, unknown>): Block => ({ collection, data })

const hero = block('block_hero')
const posts = block('block_posts')

export const pages = [
  page('/', 'Gantry', 'A self-hosted foundation for software as a service.', [
    hero({
      title: 'The structure around your product',
      text: 'Accounts, content, billing and operations, on your own servers.',
      actions: [{ label: 'Read the documentation', href: '/docs', variant: 'primary' }],
    }),
    posts({ title: 'From the notebook', limit: 3 }),
  ]),
]
