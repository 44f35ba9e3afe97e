import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Category, Globals, Navigation, NavigationItem, Page } from '#content/cms/schema'
import { image } from '#content/transformers/image'

type StoredLink = Pick<NavigationItem, 'label' | 'href' | 'description'> & { page: Pick<Page, 'path'> | null }

type StoredEntry = StoredLink & Pick<NavigationItem, 'parent'> & { children: StoredLink[] | null }

type StoredNavigation = Pick<Navigation, 'key' | 'title'> & { items: StoredEntry[] | null }

export interface Site {
  globals: Globals
  navigation: StoredNavigation[]
  categories: Category[]
}

interface Link {
  label: string
  href: string
  description: string | null
}

const link = ({ label, page, href, description }: StoredLink): Link => ({
  label,
  href: page?.path ?? href ?? '/',
  description,
})

const entry = (item: StoredEntry) => ({ ...link(item), children: (item.children ?? []).map(link) })

const topLevel = ({ items }: StoredNavigation) => (items ?? []).filter(({ parent }) => parent === null)

/** What every page of the site shares. */
export default class SiteTransformer extends BaseTransformer<Site> {
  toObject() {
    const { globals, navigation, categories } = this.resource
    const header = navigation.find(({ key }) => key === 'header')
    const footer = navigation.filter(({ key }) => key.startsWith('footer-'))
    return {
      name: globals.name,
      tagline: globals.tagline ?? '',
      description: globals.description ?? '',
      image: image(globals.image),
      footerText: globals.footer_text,
      contactEmail: globals.contact_email,
      social: (globals.social ?? []).map(({ label, icon, href }) => ({ label, icon, href })),
      navigation: {
        header: header ? topLevel(header).map(entry) : [],
        footer: footer.map((column) => ({ label: column.title, items: topLevel(column).map(link) })),
      },
      categories: categories.map(({ id, slug, name, description }) => ({ id, slug, name, description })),
    }
  }
}
