import type {
  Action,
  AdministeredUser,
  Article,
  Block,
  Me,
  Page,
  Plan,
  Preview,
  Provider,
  Redirection,
  Site,
} from '../../app/api/contract.ts'

const link = (label: string, href: string) => ({ label, href, description: null, children: [] })

export const site: Site = {
  name: 'Gantry',
  tagline: 'A self-hosted foundation for software that is sold by subscription.',
  description: 'Site, accounts, content, billing and operations on one server.',
  image: null,
  contactEmail: null,
  social: [],
  categories: [
    { id: 'c1', slug: 'architecture', name: 'Architecture', description: 'How the parts fit.' },
    { id: 'c2', slug: 'billing', name: 'Billing', description: null },
  ],
  footerText: 'Gantry is free software under the MIT licence.',
  navigation: {
    header: [
      link('Docs', '/docs'),
      link('Blog', '/blog'),
      link('Pricing', '/pricing'),
      link('Changelog', '/changelog'),
      link('About', '/about'),
    ],
    footer: [
      {
        label: 'Product',
        items: [link('Pricing', '/pricing'), link('Changelog', '/changelog')],
      },
      {
        label: 'Learn',
        items: [link('Documentation', '/docs'), link('Blog', '/blog')],
      },
      {
        label: 'Legal',
        items: [link('Privacy', '/privacy'), link('Contact', '/contact')],
      },
    ],
  },
}

const author = { slug: 'mara', name: 'Mara Lindqvist', title: 'Engineering', avatar: null }
const image = (key: string) => ({
  id: key,
  url: `/api/cms/assets/${key}?v=1`,
  width: 1600,
  height: 900,
  alt: 'Lattice girders of a gantry crane',
  focus: null,
})
const body = `<p>The gateway is the only process that knows every credential. That sounds like a burden and is a <strong>relief</strong>.</p>
<h2>One place to say no</h2>
<p>Each request arrives at the same route table, where a line says <em>who may</em>. See <a href="/docs">the documentation</a>.</p>
<ul><li>a session, a token or a key, never two at once</li><li>a role, checked against the active organization</li></ul>
<blockquote><p>What nobody can reach, nobody has to defend.</p></blockquote>
<pre><code class="language-bash">curl -i http://localhost:8080/api/health</code></pre>`

const seo = { title: null, description: null, image: null, noIndex: false }

const titles = [
  ['one-door', 'Why the gateway is the only door'],
  ['lost-webhooks', 'Billing that survives lost webhooks'],
  ['stale-is-better', 'Stale is better than down'],
  ['ledger', 'What a ledger is for'],
  ['drafts', 'Drafts are versions, not copies'],
  ['sessions', 'Sessions that do not write on reads'],
  ['one-truth', 'One truth per fact'],
] as const

const neighbour = (index: number) => {
  const post = titles[index]
  return post ? { slug: post[0], language: 'en' as const, title: post[1] } : null
}

const all = titles.map(([slug, title], index) => ({
  id: `0197a000-0000-7000-8000-00000000000${index}`,
  slug,
  language: 'en' as const,
  title,
  excerpt:
    'Every credential, every policy and every limit in one process: what that costs and what it saves.',
  image: image(slug),
  author,
  category: index % 2 ? { slug: 'billing', name: 'Billing' } : { slug: 'architecture', name: 'Architecture' },
  tags: ['gateway'],
  updatedAt: null,
  readingMinutes: 3,
  seo,
  publishedAt: `2026-11-${String(18 - index).padStart(2, '0')}T08:00:00.000Z`,
  body,
  previous: neighbour(index + 1),
  next: neighbour(index - 1),
}))

export const posts: Article[] = all.map((post, index) => ({
  ...post,
  related: all.filter((_, other) => other !== index).slice(0, 3),
}))

export const preview: Preview = {
  kind: 'posts',
  id: 'p1',
  title: posts[0]!.title,
  isPublished: false,
  hasDraft: true,
  isMine: false,
  schedule: null,
  updatedAt: '2026-11-18T08:00:00.000Z',
  post: posts[0]!,
  page: null,
}

export const authors = [{ ...author, bio: 'Mara works on the gateway.' }]

export const plans: Plan[] = [
  {
    code: 'free',
    name: 'Free',
    description: 'To try everything with a small team.',
    interval: 'monthly',
    amountCents: 0,
    currency: 'EUR',
    trialDays: 0,
    features: ['One organization', 'Community support'],
    charges: [],
    entitlements: { sso: false, api_calls: 1_000 },
  },
  {
    code: 'pro_monthly',
    name: 'Pro',
    description: 'For a product with paying customers.',
    interval: 'monthly',
    amountCents: 2900,
    currency: 'EUR',
    trialDays: 14,
    features: ['Unlimited members', 'API access', 'Mail support'],
    charges: [],
    entitlements: { sso: false, api_calls: 1_000 },
  },
  {
    code: 'pro_yearly',
    name: 'Pro',
    description: 'For a product with paying customers.',
    interval: 'yearly',
    amountCents: 29000,
    currency: 'EUR',
    trialDays: 14,
    features: ['Unlimited members', 'API access', 'Mail support'],
    charges: [],
    entitlements: { sso: false, api_calls: 1_000 },
  },
  {
    code: 'scale_monthly',
    name: 'Scale',
    description: 'For products whose use grows by the hour.',
    interval: 'monthly',
    amountCents: 9900,
    currency: 'EUR',
    trialDays: 0,
    features: ['Everything in Pro', 'Metered API calls'],
    charges: [{ metric: 'api_calls', name: 'API calls', tiers: [] }],
    entitlements: { sso: true, api_calls: null },
  },
]

const actions: Action[] = [
  { label: 'Get started', href: '/register', variant: 'primary' },
  { label: 'Read the docs', href: '/docs', variant: 'secondary' },
]

/** A block without its id; an union is treated member by member. */
type Draft<Any> = Any extends Block ? Omit<Any, 'id'> : never

const page = (path: string, title: string, blocks: Draft<Block>[]): Page => ({
  id: path,
  path,
  language: 'en',
  title,
  seo: { ...seo, description: site.description },
  updatedAt: '2026-11-18T08:00:00.000Z',
  redirect: null,
  blocks: blocks.map((block, index) => ({ ...block, id: `${path}-${index}` }) as Block),
})

const entry = { type: 'text' as const, required: true, help: null, options: [], autocomplete: null }

export const pages: Page[] = [
  page('/', 'The structure your product stands on', [
    {
      type: 'hero',
      eyebrow: 'Self-hosted SaaS foundation',
      title: 'The structure your product stands on',
      text: 'Accounts, content, subscriptions and operations, running on one server with one command. You write the part that is yours.',
      actions,
      image: null,
    },
    {
      type: 'features',
      title: 'Built in, and built to be taken apart',
      text: 'Each part is a folder. Delete what you do not want.',
      items: [
        {
          icon: 'door-open',
          title: 'One door',
          text: 'A gateway holds every credential and every policy; nothing behind it is reachable.',
          href: null,
        },
        {
          icon: 'receipt',
          title: 'Billing by Lago',
          text: 'Plans, trials, usage and invoices, mirrored so that a lost webhook changes nothing.',
          href: null,
        },
        {
          icon: 'pen-line',
          title: 'Content by Directus',
          text: 'Editors change pages and posts; visitors see it within a second.',
          href: null,
        },
        {
          icon: 'scroll-text',
          title: 'A ledger',
          text: 'Every change is recorded in the transaction that made it.',
          href: null,
        },
        {
          icon: 'life-buoy',
          title: 'Failure in mind',
          text: 'Stale pages beat error pages. Each dependency may die and come back.',
          href: null,
        },
        {
          icon: 'terminal',
          title: 'One command',
          text: 'From a fresh clone to the seeded product in the browser.',
          href: null,
        },
      ],
    },
    { type: 'posts', title: 'How it is made', text: null, posts: posts.slice(0, 3) },
    {
      type: 'pricing',
      title: 'Plans as data',
      text: 'The demo sells three of them through the billing sandbox.',
      footnote: null,
    },
    {
      type: 'cta',
      title: 'Put something on it',
      text: 'Clone it, start it, read the code.',
      actions,
      tone: 'plain',
    },
    { type: 'hologram' } as never,
  ]),
  page('/about', 'About', [
    {
      type: 'hero',
      eyebrow: null,
      title: 'A crane, not a castle',
      text: 'Why this exists.',
      actions: [],
      image: image('about'),
    },
    { type: 'rich_text', title: null, body },
    {
      type: 'gallery',
      title: 'Pictures',
      text: null,
      images: [
        { ...image('a'), caption: 'A beam' },
        { ...image('b'), caption: null },
      ],
    },
  ]),
  page('/scripted', 'Scripted', [{ type: 'rich_text', title: null, body: '<script>alert(1)</script>' }]),
  page('/privacy', 'Privacy', [{ type: 'rich_text', title: 'Privacy', body }]),
  page('/contact', 'Contact', [
    {
      type: 'hero',
      eyebrow: null,
      title: 'Write to us',
      text: 'A person reads it.',
      actions: [],
      image: null,
    },
    {
      type: 'form',
      title: null,
      text: null,
      form: {
        id: 'contact',
        name: 'Contact',
        submitLabel: 'Send',
        successMessage: 'Thank you. We have your message.',
        fields: [
          { ...entry, name: 'name', label: 'Name', autocomplete: 'name' },
          { ...entry, name: 'email', label: 'E-mail', type: 'email' },
          {
            ...entry,
            name: 'topic',
            label: 'Topic',
            type: 'select',
            required: false,
            options: ['Question', 'Report'],
          },
          { ...entry, name: 'message', label: 'Message', type: 'textarea' },
        ],
      },
    },
  ]),
]

/** What is translated; everything else is shown in English. */
export const germanPages: Page[] = [
  {
    ...page('/about', 'Über Gantry', [{ type: 'rich_text', title: null, body: '<p>Ein Gerüst.</p>' }]),
    language: 'de',
  },
]

export const redirects: Redirection[] = [{ path: '/team', redirect: { to: '/about', status: 301 } }]

export const providers: Provider[] = [{ name: 'google', label: 'Google' }]

export const alice: Me = {
  id: '0197a000-0000-7000-8000-0000000000a1',
  email: 'alice@acme.test',
  fullName: 'Alice Archer',
  role: 'user',
  avatar: null,
  emailVerifiedAt: '2026-11-18T08:00:00.000Z',
  deletionDueAt: null,
  impersonation: null,
  theme: 'system',
  timeZone: 'UTC',
  language: null,
  restrictions: [],
  hasPassword: true,
  organization: {
    id: '0197a000-0000-7000-8000-0000000000b1',
    name: 'Acme',
    slug: 'acme',
    logo: null,
    role: 'owner',
    isDisabled: false,
    requiresTwoFactor: false,
    needsSecondFactor: false,
  },
  permissions: ['organization.read', 'billing.read', 'billing.manage'],
}

export const dana: Me = {
  ...alice,
  id: '0197a000-0000-7000-8000-0000000000d1',
  email: 'dana@gantry.test',
  language: 'de',
  fullName: 'Dana Diaz',
  role: 'platform_admin',
  permissions: ['user.read', 'user.update', 'user.disable', 'user.impersonate'],
}

export const users: AdministeredUser[] = [
  { id: alice.id, email: alice.email, fullName: alice.fullName, role: 'user' },
  { id: dana.id, email: dana.email, fullName: dana.fullName, role: 'platform_admin' },
].map((user) => ({
  ...user,
  emailVerifiedAt: '2026-11-18T08:00:00.000Z',
  disabledAt: null,
  createdAt: '2026-11-18T08:00:00.000Z',
}))

export const picture = (path: string) => {
  const lattice = Array.from({ length: 20 }, (_, bay) => `M${bay * 80} 250l40 80 40-80`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><path fill="#e2e8f0" d="M0 0h1600v900H0z"/><path d="M0 250h1600M0 330h1600${lattice}" stroke="#334155" stroke-width="6" fill="none"/><path fill="#e8590c" d="M${(path.length * 97) % 1200} 430h240v180h-240z"/></svg>`
}
