import { authors, categories } from './authors.ts'
import { pages } from './pages.ts'
import { posts } from './posts.ts'
import type { SeedFile, SeedItem } from './seed.ts'

export const seedFiles: SeedFile[] = []

/** In the order of creation: an item comes after those it points at. */
export const seedItems: SeedItem[] = [...categories, ...authors, ...posts, ...pages]
