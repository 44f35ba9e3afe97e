import { imageId } from './images.ts'
import { idOf, inGerman, item, markdown } from './seed.ts'

interface Post {
  slug: string
  title: string
  excerpt: string
  author: 'mara-lindqvist' | 'tomas-reyes'
  category: 'architecture' | 'reliability' | 'billing-and-content'
  tags: string[]
  published: string
}

/** The text and the picture of a post carry its slug as their name. */
const post = ({ slug, author, category, published, ...rest }: Post) =>
  item('posts', slug, {
    slug,
    ...rest,
    author: idOf('authors', author),
    category: idOf('categories', category),
    image: imageId(slug),
    published_at: published,
    body: markdown(`./posts/${slug}.md`),
  })

const draftsAreVersions = post({
  slug: 'drafts-are-versions',
  title: 'Drafts are versions, not a status',
  excerpt:
    'A status column makes privacy a property of every query. We removed the column, and with it the way to get it wrong.',
  author: 'tomas-reyes',
  category: 'billing-and-content',
  tags: ['content', 'security'],
  published: '2026-10-27T08:00:00Z',
})

export const posts = [
  post({
    slug: 'one-door',
    title: 'Why the gateway is the only door',
    excerpt:
      'The browser never talks to the CMS or to billing. What a second door would cost, and what a single one has to be able to do.',
    author: 'mara-lindqvist',
    category: 'architecture',
    tags: ['gateway', 'security'],
    published: '2026-09-08T08:00:00Z',
  }),
  post({
    slug: 'one-truth-per-fact',
    title: 'One truth per fact',
    excerpt:
      'Six small sync jobs are a distributed database without transactions. Giving every fact one owner is the cheaper road.',
    author: 'tomas-reyes',
    category: 'architecture',
    tags: ['data', 'design'],
    published: '2026-09-22T08:00:00Z',
  }),
  post({
    slug: 'lost-webhooks',
    title: 'Billing that survives lost webhooks',
    excerpt:
      'Webhooks arrive twice, late, shuffled or never. Treating each as a hint to look again makes all of these boring.',
    author: 'tomas-reyes',
    category: 'billing-and-content',
    tags: ['billing', 'webhooks'],
    published: '2026-10-06T08:00:00Z',
  }),
  post({
    slug: 'stale-beats-down',
    title: 'Stale is better than down',
    excerpt:
      'How public pages stay readable while the CMS restarts, how an edit still appears within a second, and where old answers are forbidden.',
    author: 'mara-lindqvist',
    category: 'reliability',
    tags: ['cache', 'failure'],
    published: '2026-10-16T08:00:00Z',
  }),
  draftsAreVersions,
  inGerman(draftsAreVersions, {
    title: 'Entwürfe sind Versionen, kein Status',
    excerpt:
      'Eine Statusspalte macht Vertraulichkeit zur Eigenschaft jeder Abfrage. Wir haben die Spalte entfernt, und mit ihr die Möglichkeit, es falsch zu machen.',
    tags: ['Inhalte', 'Sicherheit'],
    body: markdown('./posts/drafts-are-versions.de.md'),
  }),
  post({
    slug: 'quiet-sessions',
    title: 'Sessions that do not write on reads',
    excerpt:
      'Most session middleware writes and sets a cookie on every request. What that costs, and how to stop without being lax.',
    author: 'mara-lindqvist',
    category: 'reliability',
    tags: ['sessions', 'performance'],
    published: '2026-11-06T08:00:00Z',
  }),
  post({
    slug: 'what-a-ledger-is-for',
    title: 'What a ledger is for',
    excerpt:
      'One append-only table, written in the same transaction as the change, replaces a dozen calls to everyone who might care.',
    author: 'mara-lindqvist',
    category: 'architecture',
    tags: ['ledger', 'data'],
    published: '2026-11-17T08:00:00Z',
  }),
]
