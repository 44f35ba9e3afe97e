import { imageId } from './images.ts'
import { idOf, item, type SeedItem } from './seed.ts'

export const globals: SeedItem = {
  ...item('globals', 'site', {
    name: 'Gantry',
    tagline: 'The structure around your product',
    description:
      'A self-hosted foundation for software as a service: accounts, content, billing and operations in one repository.',
    image: imageId('yard'),
    footer_text: 'Free software under the MIT licence. Run it, read it, change it.',
    contact_email: null,
    social: [],
  }),
  singleton: true,
}

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

const navigation = (key: string, title: string, links: Link[]): SeedItem =>
  item('navigation', key, {
    key,
    title,
    items: links.map(({ label, page, href }, position) => ({
      id: idOf('navigation_items', `${key}:${position}`),
      label,
      page: page ? idOf('pages', page) : null,
      href: href ?? null,
      sort: position + 1,
    })),
  })

export const navigations = [
  navigation('header', 'Header', [
    { label: 'Docs', href: '/docs' },
    { label: 'Pricing', href: '/pricing' },
    { label: 'Blog', href: '/blog' },
    { label: 'Changelog', href: '/changelog' },
    { label: 'About', page: '/about' },
  ]),
  navigation('footer-1', 'Product', [
    { label: 'Pricing', href: '/pricing' },
    { label: 'Documentation', href: '/docs' },
    { label: 'API reference', href: '/api/docs' },
    { label: 'Changelog', href: '/changelog' },
  ]),
  navigation('footer-2', 'Project', [
    { label: 'About', page: '/about' },
    { label: 'Notebook', href: '/blog' },
    { label: 'Contact', page: '/contact' },
  ]),
  navigation('footer-3', 'Legal', [
    { label: 'Privacy', page: '/privacy' },
    { label: 'Terms', page: '/terms' },
    { label: 'Imprint', page: '/imprint' },
  ]),
]

export const redirects = [
  item('redirects', '/impressum', {
    from: '/impressum',
    to: '/imprint',
    permanent: true,
    note: 'The name German-speaking visitors look for',
  }),
]
