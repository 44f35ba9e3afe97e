import { imageId } from './images.ts'
import { idOf, inGerman, item, markdown, type SeedItem } from './seed.ts'

interface Block {
  collection: string
  data: Record<string, unknown>
}

interface Page {
  path: string
  title: string
  seo: { title?: string; description: string; noIndex?: boolean }
  blocks: Block[]
}

const rowsOf = (key: string, blocks: Block[]) =>
  blocks.map(({ collection, data }, position) => ({
    id: idOf('pages_blocks', `${key}:${position}`),
    sort: position + 1,
    collection,
    item: { id: idOf(collection, `${key}:${position}`), ...data },
  }))

const page = ({ path, title, seo, blocks }: Page): SeedItem =>
  item('pages', path, { path, title, seo, blocks: rowsOf(path, blocks) })

const germanPage = (english: SeedItem, { blocks, ...words }: Omit<Page, 'path'>): SeedItem =>
  inGerman(english, { ...words, blocks: rowsOf(`${english.key}:de`, blocks) })

const block =
  (collection: string) =>
  (data: Record<string, unknown>): Block => ({ collection, data })

const hero = block('block_hero')
const richText = block('block_rich_text')
const features = block('block_features')
const gallery = block('block_gallery')
const posts = block('block_posts')
const pricing = block('block_pricing')
const form = block('block_form')
const cta = block('block_cta')

const home = page({
  path: '/',
  title: 'The structure around your product',
  seo: {
    title: 'Gantry: a self-hosted SaaS foundation',
    description:
      'Accounts, organizations, content, subscription billing and operations in one repository that runs on your own server.',
  },
  blocks: [
    hero({
      eyebrow: 'Self-hosted SaaS foundation',
      title: 'The structure around your product',
      text: 'Accounts and organizations, an editorial site, subscriptions and invoices, and the operations to run them. One repository, one command, your own server. You build what is yours.',
      image: imageId('yard'),
      actions: [
        { label: 'Read the documentation', href: '/docs', variant: 'primary' },
        { label: 'Create an account', href: '/register', variant: 'secondary' },
      ],
    }),
    features({
      title: 'Six decisions that carry the rest',
      text: 'Gantry is small because a few things were decided early and kept. Each has an article that explains the reasons.',
      items: [
        {
          icon: 'door-open',
          title: 'One door',
          text: 'The browser talks to a gateway and to nothing else. It alone holds credentials, checks membership and counts limits.',
          href: '/blog/one-door',
        },
        {
          icon: 'anchor',
          title: 'One truth per fact',
          text: 'People belong to the gateway, money to Lago, words to Directus. Everything else keeps an id or an honest copy.',
          href: '/blog/one-truth-per-fact',
        },
        {
          icon: 'receipt-text',
          title: 'Billing that mends itself',
          text: 'A webhook is a hint to look again. Lost, doubled or shuffled, it leads to the same subscription on the page.',
          href: '/blog/lost-webhooks',
        },
        {
          icon: 'lamp',
          title: 'Readable while broken',
          text: 'Public pages are served from copies while a part restarts, and an edit still shows within a second.',
          href: '/blog/stale-beats-down',
        },
        {
          icon: 'pencil-ruler',
          title: 'Drafts that cannot leak',
          text: 'What is in the table is published. Drafts are versions beside it, out of reach for every public query.',
          href: '/blog/drafts-are-versions',
        },
        {
          icon: 'scroll-text',
          title: 'A ledger of what happened',
          text: 'Each change records itself in its own transaction. Audit, activity and mails are readers of one table.',
          href: '/blog/what-a-ledger-is-for',
        },
      ],
    }),
    richText({
      title: 'One command, the whole product',
      body: markdown('./pages/start.md'),
    }),
    pricing({
      title: 'Plans, the way your customers will see them',
      text: 'These are the demo plans, read from the billing system. Yours are a file away.',
      footnote: 'In a local installation payments are simulated and no card is charged.',
    }),
    posts({
      title: 'From the notebook',
      text: 'How the parts work, and what we would have liked to know before.',
      limit: 3,
    }),
    cta({
      title: 'Look at it from the inside',
      text: 'Clone it, start it, break it. The documentation begins with a running product on your own machine.',
      tone: 'strong',
      actions: [
        { label: 'Get started', href: '/docs', variant: 'primary' },
        { label: 'Ask a question', href: '/contact', variant: 'secondary' },
      ],
    }),
  ],
})

const germanHome = germanPage(home, {
  title: 'Das Gerüst um Ihr Produkt',
  seo: {
    title: 'Gantry: ein SaaS-Fundament auf dem eigenen Server',
    description:
      'Konten, Organisationen, Inhalte, Abonnements und Betrieb in einem Repository, das auf Ihrem eigenen Server läuft.',
  },
  blocks: [
    hero({
      eyebrow: 'SaaS-Fundament auf dem eigenen Server',
      title: 'Das Gerüst um Ihr Produkt',
      text: 'Konten und Organisationen, eine Website mit Redaktion, Abonnements und Rechnungen, dazu alles für den Betrieb. Ein Repository, ein Befehl, Ihr eigener Server. Sie bauen, was Ihr Eigenes ist.',
      image: imageId('yard'),
      actions: [
        { label: 'Dokumentation lesen', href: '/docs', variant: 'primary' },
        { label: 'Konto anlegen', href: '/register', variant: 'secondary' },
      ],
    }),
    features({
      title: 'Sechs Entscheidungen, die den Rest tragen',
      text: 'Gantry ist klein, weil einige Dinge früh entschieden und beibehalten wurden. Zu jedem gibt es einen Artikel mit den Gründen.',
      items: [
        {
          icon: 'door-open',
          title: 'Eine Tür',
          text: 'Der Browser spricht mit dem Gateway und mit nichts sonst. Nur dort liegen Zugangsdaten, nur dort werden Mitgliedschaften geprüft und Limits gezählt.',
          href: '/blog/one-door',
        },
        {
          icon: 'anchor',
          title: 'Eine Wahrheit je Tatsache',
          text: 'Personen gehören dem Gateway, Geld gehört Lago, Worte gehören Directus. Alle anderen halten eine Kennung oder eine ehrliche Kopie.',
          href: '/blog/one-truth-per-fact',
        },
        {
          icon: 'receipt-text',
          title: 'Abrechnung, die sich selbst heilt',
          text: 'Ein Webhook ist ein Hinweis, noch einmal nachzusehen. Verloren, doppelt oder vertauscht führt er zum selben Abonnement auf der Seite.',
          href: '/blog/lost-webhooks',
        },
        {
          icon: 'lamp',
          title: 'Lesbar trotz Ausfall',
          text: 'Öffentliche Seiten kommen aus Kopien, während ein Teil neu startet, und eine Änderung ist trotzdem binnen einer Sekunde zu sehen.',
          href: '/blog/stale-beats-down',
        },
        {
          icon: 'pencil-ruler',
          title: 'Entwürfe, die nicht nach außen dringen',
          text: 'Was in der Tabelle steht, ist veröffentlicht. Entwürfe sind Versionen daneben, unerreichbar für jede öffentliche Abfrage.',
          href: '/blog/drafts-are-versions',
        },
        {
          icon: 'scroll-text',
          title: 'Ein Buch über alles, was geschah',
          text: 'Jede Änderung verzeichnet sich in ihrer eigenen Transaktion. Prüfprotokoll, Verlauf und Mails lesen dieselbe Tabelle.',
          href: '/blog/what-a-ledger-is-for',
        },
      ],
    }),
    richText({
      title: 'Ein Befehl, das ganze Produkt',
      body: markdown('./pages/start.de.md'),
    }),
    pricing({
      title: 'Tarife, wie Ihre Kunden sie sehen werden',
      text: 'Das sind die Tarife der Demo, gelesen aus dem Abrechnungssystem. Ihre eigenen sind eine Datei weit entfernt.',
      footnote: 'In einer lokalen Installation werden Zahlungen nur nachgestellt und keine Karte belastet.',
    }),
    posts({
      title: 'Aus dem Notizbuch',
      text: 'Wie die Teile arbeiten, und was wir gern früher gewusst hätten.',
      limit: 3,
    }),
    cta({
      title: 'Sehen Sie es von innen an',
      text: 'Klonen, starten, kaputt machen. Die Dokumentation beginnt mit einem laufenden Produkt auf Ihrem eigenen Rechner.',
      tone: 'strong',
      actions: [
        { label: 'Loslegen', href: '/docs', variant: 'primary' },
        { label: 'Eine Frage stellen', href: '/contact', variant: 'secondary' },
      ],
    }),
  ],
})

const about = page({
  path: '/about',
  title: 'About Gantry',
  seo: { description: 'What Gantry is, how it is made, what it is not, and where its name comes from.' },
  blocks: [
    richText({ body: markdown('./pages/about.md') }),
    gallery({
      title: 'The name',
      text: 'A gantry is the frame that straddles a yard and lifts what the people below build with. It stands on its own feet, and everything under it can be rearranged.',
      images: [
        { file: imageId('lattice'), caption: 'The frame: simple parts, joined in few places.', sort: 1 },
        { file: imageId('plan'), caption: 'The yard: room for what is yours.', sort: 2 },
      ].map(({ file, ...rest }) => ({ id: idOf('block_gallery_files', file), file, ...rest })),
    }),
    features({
      title: 'What we hold ourselves to',
      items: [
        {
          icon: 'search-check',
          title: 'Claims are tried',
          text: 'If a page says that something survives a failure, a test stops the process and looks.',
        },
        {
          icon: 'scissors',
          title: 'Parts can be removed',
          text: 'A subject is a folder. Deleting it and its lines in the routes leaves a product that builds.',
        },
        {
          icon: 'scale',
          title: 'Weight is counted',
          text: 'Pages that are only read ship no framework to the browser, and nothing is loaded from other hosts.',
        },
      ],
    }),
    cta({
      title: 'Read on',
      text: 'The architecture on one page, and the reasons in the notebook.',
      tone: 'plain',
      actions: [
        { label: 'Architecture', href: '/docs/architecture', variant: 'primary' },
        { label: 'Notebook', href: '/blog', variant: 'secondary' },
      ],
    }),
  ],
})

const contact = page({
  path: '/contact',
  title: 'Contact',
  seo: { description: 'Write to the people who run this installation.' },
  blocks: [
    form({
      title: null,
      text: 'A question, a bug, an idea: write to us. Your message is stored in this installation and read by the people who run it.',
      form: idOf('forms', 'contact'),
    }),
  ],
})

const legal = (path: string, title: string, description: string): SeedItem =>
  page({
    path,
    title,
    seo: { description },
    blocks: [richText({ body: markdown(`./pages${path}.md`) })],
  })

export const pages = [
  home,
  germanHome,
  about,
  contact,
  legal('/privacy', 'Privacy', 'What this software stores about you, why, and for how long.'),
  legal('/terms', 'Terms of use', 'The rules between the operator of this installation and its users.'),
  legal('/imprint', 'Imprint', 'Who operates this installation.'),
]
