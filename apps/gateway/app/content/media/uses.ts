import { customEndpoint } from '@directus/sdk'
import type User from '#accounts/models/user'
import { can } from '#accounts/roles'
import { admin } from '#content/cms/client'
import { type Draft, draftFields, entryIdOf } from '#content/editorial/drafts'
import type { Kind } from '#content/validators/entry'
import { t } from '#core/language'

/** A place where a file is shown or linked to. */
export interface Use {
  kind: Kind | 'authors' | 'globals' | 'navigation' | 'redirects'
  /** Of the entry to look at; null where somebody else is working on it. */
  id: string | null
  isDraft: boolean
  label: string
}

interface Named {
  id: string
  title: string
  seo?: unknown
}

interface Placed {
  page: { id: string; title: string } | null
  item: Record<string, unknown> | null
}

const read = <Output>(path: string, params: object) =>
  admin.request(customEndpoint<Output>({ path, method: 'GET', params: { limit: -1, ...params } as never }))

/**
 * Everywhere a file is: in relations, in what was written in Markdown, in links and in drafts. Asked by nobody in
 * particular, because what somebody may not see would break as well.
 */
export async function usesOf(file: string, person: User): Promise<Use[]> {
  const mentions = (value: unknown) => JSON.stringify(value ?? null).includes(file)
  const [posts, pages, placed, linking, authors, globals, links, redirects, drafts] = await Promise.all([
    read<(Named & { image: string | null })[]>('/items/posts', {
      fields: ['id', 'title'],
      filter: { _or: [{ image: { _eq: file } }, { body: { _contains: file } }] },
    }),
    // What is kept as JSON cannot be searched by Directus; it is short.
    Promise.all(
      (['posts', 'pages'] as const).map(async (kind) =>
        (await read<Named[]>(`/items/${kind}`, { fields: ['id', 'title', 'seo'] }))
          .filter(({ seo }) => mentions(seo))
          .map((row) => ({ ...row, kind })),
      ),
    ),
    read<Placed[]>('/items/pages_blocks', {
      fields: ['page.id', 'page.title'],
      filter: {
        _or: [
          { 'item:block_hero': { image: { _eq: file } } },
          { 'item:block_rich_text': { body: { _contains: file } } },
          { 'item:block_gallery': { images: { file: { _eq: file } } } },
        ],
      },
    }),
    read<Placed[]>('/items/pages_blocks', {
      fields: [
        'page.id',
        'page.title',
        'item:block_hero.actions',
        'item:block_cta.actions',
        'item:block_features.items',
      ],
      filter: { collection: { _in: ['block_hero', 'block_cta', 'block_features'] } },
    }),
    read<{ id: string; name: string }[]>('/items/authors', {
      fields: ['id', 'name'],
      filter: { avatar: { _eq: file } },
    }),
    read<{ image: string | null; social: unknown }[]>('/items/globals', { fields: ['image', 'social'] }),
    read<{ label: string }[]>('/items/navigation_items', {
      fields: ['label'],
      filter: { href: { _contains: file } },
    }),
    read<{ from: string }[]>('/items/redirects', { fields: ['from'], filter: { to: { _contains: file } } }),
    read<(Draft & { collection: Kind })[]>('/versions', {
      fields: [...draftFields, 'collection'],
      filter: { collection: { _in: ['posts', 'pages'] } },
    }),
  ])

  const entry = (kind: Kind, { id, title }: { id: string; title: string }): Use => ({
    kind,
    id,
    isDraft: false,
    label: t(`words.use_${kind}`, { title }),
  })
  const inPages = [...placed, ...linking.filter(({ item }) => mentions(item))]
  const mayPublish = can(person, 'content.publish')
  const draft = (found: Draft & { collection: Kind }): Use => {
    const isTheirs = mayPublish || found.user_created === person.id
    const title = found.delta?.title
    const label =
      typeof title === 'string'
        ? t(`words.use_draft_${found.collection}`, { title })
        : t(`words.use_untitled_${found.collection}`)
    return {
      kind: found.collection,
      id: isTheirs ? entryIdOf(found) : null,
      isDraft: true,
      label: isTheirs ? label : t('words.use_foreign_draft'),
    }
  }
  const all: Use[] = [
    ...posts.map((row) => entry('posts', row)),
    ...pages.flat().map(({ kind, ...row }) => entry(kind, row)),
    ...inPages.flatMap(({ page }) => (page ? [entry('pages', page)] : [])),
    ...authors.map(({ id, name }): Use => ({
      kind: 'authors',
      id,
      isDraft: false,
      label: t('words.use_author', { name }),
    })),
    ...links.map(({ label }): Use => ({
      kind: 'navigation',
      id: null,
      isDraft: false,
      label: t('words.use_link', { label }),
    })),
    ...redirects.map(({ from }): Use => ({
      kind: 'redirects',
      id: null,
      isDraft: false,
      label: t('words.use_redirect', { from }),
    })),
    ...(mentions(globals)
      ? [{ kind: 'globals', id: null, isDraft: false, label: t('words.use_settings') } as const]
      : []),
    ...drafts.filter(({ delta }) => mentions(delta)).map(draft),
  ]
  return [...new Map(all.map((use) => [use.label, use])).values()]
}
