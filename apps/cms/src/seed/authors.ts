import { imageId } from './images.ts'
import { item } from './seed.ts'

export const authors = [
  item('authors', 'mara-lindqvist', {
    slug: 'mara-lindqvist',
    name: 'Mara Lindqvist',
    title: 'Platform engineering',
    bio: 'Mara works on the gateway: sessions, tenancy and everything that has to stay up when something else goes down.',
    avatar: imageId('mara-lindqvist'),
  }),
  item('authors', 'tomas-reyes', {
    slug: 'tomas-reyes',
    name: 'Tomás Reyes',
    title: 'Billing and content',
    bio: 'Tomás works where Gantry meets other systems: the billing mirror, the webhook door and the content pipeline.',
    avatar: imageId('tomas-reyes'),
  }),
]

export const categories = [
  item('categories', 'architecture', {
    slug: 'architecture',
    name: 'Architecture',
    description: 'How the parts fit together, and why the lines between them run where they run.',
    sort: 1,
  }),
  item('categories', 'reliability', {
    slug: 'reliability',
    name: 'Reliability',
    description: 'What happens when a process, a disk or a message goes missing.',
    sort: 2,
  }),
  item('categories', 'billing-and-content', {
    slug: 'billing-and-content',
    name: 'Billing and content',
    description: 'The two systems Gantry does not reinvent, and how it talks to them.',
    sort: 3,
  }),
]
