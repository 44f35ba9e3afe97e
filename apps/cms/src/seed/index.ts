import { authors, categories } from './authors.ts'
import { pages } from './pages.ts'
import { posts } from './posts.ts'
import type { SeedItem } from './seed.ts'
import { forms, globals, navigations, redirects } from './site.ts'

export { seedFiles } from './images.ts'

/** In the order of creation: an item comes after those it points at. */
export const seedItems: SeedItem[] = [
  ...categories,
  ...authors,
  ...posts,
  ...forms,
  ...pages,
  ...navigations,
  ...redirects,
  ...globals,
]
