import { imageId } from './images.ts'
import { idOf, inGerman, item } from './seed.ts'

const site = item('globals', 'site', {
  name: 'Gantry',
  tagline: 'The structure around your product',
  description:
    'A self-hosted foundation for software as a service: accounts, content, billing and operations in one repository.',
  image: imageId('yard'),
  footer_text: 'Free software under the MIT licence. Run it, read it, change it.',
  contact_email: null,
  social: [],
})

/** What is empty in German is as in English. */
export const globals = [
  site,
  inGerman(site, {
    tagline: 'Das Gerüst um Ihr Produkt',
    description:
      'Ein Fundament für Software als Dienst auf dem eigenen Server: Konten, Inhalte, Abrechnung und Betrieb in einem Repository.',
    footer_text: 'Freie Software unter der MIT-Lizenz. Betreiben, lesen, verändern.',
    image: null,
    social: null,
  }),
]

export const forms = [
  item('forms', 'contact', {
    key: 'contact',
    name: 'Contact',
    submit_label: 'Send message',
    success_message: 'Thank you. Your message has arrived, and somebody will read it.',
    fields: [
      { name: 'name', label: 'Your name', type: 'text', required: true, autocomplete: 'name' },
      {
        name: 'email',
        label: 'Mail address',
        type: 'email',
        required: true,
        autocomplete: 'email',
        help: 'Only to answer you.',
      },
      {
        name: 'topic',
        label: 'What is it about?',
        type: 'select',
        required: true,
        options: 'A question, Something is broken, An idea, Security',
      },
      { name: 'message', label: 'Message', type: 'textarea', required: true },
    ],
  }),
]

interface Link {
  label: string
  page?: string
  href?: string
}

const itemsOf = (key: string, links: Link[]) =>
  links.map(({ label, page, href }, position) => ({
    id: idOf('navigation_items', `${key}:${position}`),
    label,
    page: page ? idOf('pages', page) : null,
    href: href ?? null,
    sort: position + 1,
  }))

/** The labels in German stand beside the English ones: both lead to the same places. */
function navigation(key: string, [title, titel]: [string, string], links: (Link & { german: string })[]) {
  const english = item('navigation', key, { key, title, items: itemsOf(key, links) })
  const german = links.map((link) => ({ ...link, label: link.german }))
  return [english, inGerman(english, { title: titel, items: itemsOf(`${key}:de`, german) })]
}

export const navigations = [
  ...navigation(
    'header',
    ['Header', 'Kopfzeile'],
    [
      { label: 'Docs', german: 'Doku', href: '/docs' },
      { label: 'Pricing', german: 'Preise', href: '/pricing' },
      { label: 'Blog', german: 'Blog', href: '/blog' },
      { label: 'Changelog', german: 'Änderungen', href: '/changelog' },
      { label: 'About', german: 'Über Gantry', page: '/about' },
    ],
  ),
  ...navigation(
    'footer-1',
    ['Product', 'Produkt'],
    [
      { label: 'Pricing', german: 'Preise', href: '/pricing' },
      { label: 'Documentation', german: 'Dokumentation', href: '/docs' },
      { label: 'API reference', german: 'API-Referenz', href: '/api/docs' },
      { label: 'Changelog', german: 'Änderungen', href: '/changelog' },
    ],
  ),
  ...navigation(
    'footer-2',
    ['Project', 'Projekt'],
    [
      { label: 'About', german: 'Über Gantry', page: '/about' },
      { label: 'Notebook', german: 'Notizbuch', href: '/blog' },
      { label: 'Contact', german: 'Kontakt', page: '/contact' },
    ],
  ),
  ...navigation(
    'footer-3',
    ['Legal', 'Rechtliches'],
    [
      { label: 'Privacy', german: 'Datenschutz', page: '/privacy' },
      { label: 'Terms', german: 'Nutzungsbedingungen', page: '/terms' },
      { label: 'Imprint', german: 'Impressum', page: '/imprint' },
    ],
  ),
]

export const redirects = [
  item('redirects', '/impressum', {
    from: '/impressum',
    to: '/imprint',
    permanent: true,
    note: 'The name German-speaking visitors look for',
  }),
]
