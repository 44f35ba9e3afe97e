import { readItems } from '@directus/sdk'
import type User from '#accounts/models/user'
import { Ask } from '#content/editorial/ask'
import { type BlockRow, toBlock } from '#content/editorial/blocks'
import { Entries, type Entry } from '#content/editorial/entries'
import type { Stored } from '#content/editorial/kinds'
import type {
  Author,
  Category,
  File,
  Form,
  Page,
  PageBlock,
  Post,
  PostsBlock,
  StoredPost,
} from '#content/cms/schema'
import type { Kind } from '#content/validators/entry'
import { authorFields, fileFields } from '#content/views/fields'
import { postsIn } from '#content/views/page'

/** An entry as visitors would see it now: its draft where there is one, with all that it refers to. */
export async function previewOf(kind: Kind, id: string, person: User) {
  const entry = (await new Entries(kind, person).find(id)) as Entry<Kind>
  const related = new Related(new Ask(person))
  if (kind === 'posts')
    return { kind, entry, post: await postOf(entry.row as StoredPost, related), page: null }
  const page = await pageOf(entry.row as Stored['pages'], related)
  return { kind, entry, post: null, page: { page, posts: await postsIn(page.blocks, page.language) } }
}

export type Preview = Awaited<ReturnType<typeof previewOf>>

async function postOf(row: StoredPost, related: Related): Promise<Post> {
  const [image, author, category] = await Promise.all([
    related.file(row.image),
    related.author(row.author),
    related.category(row.category),
  ])
  return { ...row, image, author, category }
}

/** A block is known by its place: that is how the editor finds it, also one that was never saved before. */
async function pageOf(row: Stored['pages'], related: Related): Promise<Page> {
  const blocks = await Promise.all(row.blocks.map((block, place) => blockOf(block, `${place}`, related)))
  return { ...row, blocks: blocks.flatMap((block) => block ?? []) }
}

async function blockOf(row: BlockRow, place: string, related: Related): Promise<PageBlock | null> {
  const { type, values } = toBlock(row)
  if (type === 'unknown') return null
  const item: Record<string, unknown> = { ...values, id: place }
  if (type === 'hero') item.image = await related.file(values.image)
  if (type === 'form') item.form = await related.form(values.form)
  if (type === 'gallery') {
    const images = values.images as { file: string; caption: string | null }[]
    item.images = await Promise.all(
      images.map(async ({ file, caption }) => ({ file: await related.file(file), caption })),
    )
  }
  if (type === 'posts') item.limit = (values as unknown as PostsBlock).limit ?? 3
  return { id: place, sort: null, collection: `block_${type}`, item } as unknown as PageBlock
}

/** What a draft names by its id. What is gone is left out, as on the site. */
class Related {
  constructor(private ask: Ask) {}

  file = (id: unknown) => this.#one<File>('/files', id, [...fileFields])

  form = (id: unknown) => this.#one<Form>('/items/forms', id, ['*'])

  category = (id: unknown) => this.#one<Category>('/items/categories', id, ['*'])

  async author(id: unknown) {
    if (typeof id !== 'string') return null
    const authors = await this.ask.send(
      readItems('authors', {
        fields: authorFields,
        filter: { id: { _eq: id } },
        limit: 1,
      }),
    )
    return (authors[0] as Author | undefined) ?? null
  }

  async #one<Row>(path: string, id: unknown, fields: string[]) {
    if (typeof id !== 'string') return null
    const [row] = await this.ask.read<Row[]>(path, { fields, filter: { id: { _eq: id } }, limit: 1 })
    return row ?? null
  }
}
