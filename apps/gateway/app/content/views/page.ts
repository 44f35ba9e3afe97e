import { readItems } from '@directus/sdk'
import type { Language } from '#config/i18n'
import { reader } from '#content/cms/client'
import type { Page, PageBlock } from '#content/cms/schema'
import { fileFields } from '#content/views/fields'
import { preferred, readIn } from '#content/views/language'
import { latestPosts } from '#content/views/posts'

export const blockFields = {
  block_hero: ['*', { image: fileFields }],
  block_rich_text: ['*'],
  block_features: ['*'],
  block_gallery: ['*', { images: ['id', 'caption', 'sort', { file: fileFields }] }],
  block_posts: ['*'],
  block_pricing: ['*'],
  block_form: ['*', { form: ['*'] }],
  block_cta: ['*'],
} as const

export async function loadPage(path: string, language: Language) {
  const pages = await reader.request(
    readItems('pages', {
      fields: ['*', { blocks: ['id', 'sort', 'collection', { item: blockFields }] }],
      deep: { blocks: { _sort: ['sort'], _limit: -1 } },
      filter: { path: { _eq: path }, ...readIn(language) },
    }),
  )
  // The SDK does not know that a block's collection tells the shape of its item.
  const [page] = preferred(pages as Page[], language, () => path)
  return page && { page, posts: await postsIn(page.blocks, language) }
}

/** The posts of each block that shows some, by the id of the block. */
export async function postsIn(blocks: PageBlock[], language: Language) {
  const lists = blocks.map(async ({ id, collection, item }) => {
    return [id, collection === 'block_posts' ? await latestPosts(item, language) : []] as const
  })
  return new Map(await Promise.all(lists))
}

/** Everything a page was made of; a list of posts may change with any post. */
export const pageTags = ({ id, blocks }: Page) => [
  `pages:${id}`,
  'pages_blocks',
  'directus_files',
  ...blocks.flatMap(blockTags),
]

function blockTags({ collection, item }: PageBlock) {
  const tag = `${collection}:${item.id}`
  if (collection === 'block_posts') return [tag, 'posts', 'authors', 'categories']
  if (collection === 'block_gallery') return [tag, 'block_gallery_files']
  if (collection === 'block_form') return [tag, 'forms']
  return [tag]
}

export async function loadRedirect(path: string) {
  const [redirect] = await reader.request(
    readItems('redirects', { fields: ['*'], filter: { from: { _eq: path } }, limit: 1 }),
  )
  return redirect && isSafe(redirect.to) ? redirect : undefined
}

/** A path of this site or an https address; never something that only looks like a path to a browser. */
const isSafe = (target: string) => /^\/(?![/\\])/.test(target) || target.startsWith('https://')
