import { blogCollections } from './blog.ts'
import { pageCollections } from './pages.ts'
import { siteCollections } from './site.ts'

export const collections = [...pageCollections, ...blogCollections, ...siteCollections]
