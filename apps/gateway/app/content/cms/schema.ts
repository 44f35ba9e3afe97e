import type { Language } from '#config/i18n'

/** The collections of Directus as the gateway reads them; `apps/cms` declares them. */
export interface CmsSchema {
  globals: Globals[]
  navigation: Navigation[]
  navigation_items: NavigationItem[]
  redirects: Redirect[]
  forms: Form[]
  form_submissions: FormSubmission[]
  posts: Related<Post, PostRelation>[]
  authors: Author[]
  categories: Category[]
  pages: Page[]
  pages_blocks: PageBlock[]
  block_hero: HeroBlock[]
  block_rich_text: RichTextBlock[]
  block_features: FeaturesBlock[]
  block_gallery: GalleryBlock[]
  block_gallery_files: GalleryFile[]
  block_posts: PostsBlock[]
  block_pricing: PricingBlock[]
  block_form: FormBlock[]
  block_cta: CallToActionBlock[]
  directus_files: File[]
}

/** An item before its relations are asked for: they are ids. */
type Related<Item, Relations extends keyof Item> = Omit<Item, Relations> & {
  [Relation in Relations]: Item[Relation] | string
}

export interface File {
  id: string
  width: number | null
  height: number | null
  title: string | null
  description: string | null
  /** In pixels of the picture itself. */
  focal_point_x: number | null
  focal_point_y: number | null
  modified_on: string
}

/** A file as the media library knows it. */
export interface MediaFile extends File {
  type: string | null
  filename_download: string
  /** Null while it is still arriving, or never has. */
  filesize: string | number | null
  uploaded_by: string | null
  uploaded_on: string | null
}

export interface Seo {
  title?: string
  description?: string
  image?: string
  noIndex?: boolean
}

export interface Globals {
  id: string
  language: Language
  name: string
  tagline: string | null
  description: string | null
  image: File | null
  footer_text: string | null
  contact_email: string | null
  social: { label: string; icon: string | null; href: string }[] | null
}

export interface Navigation {
  id: string
  key: string
  language: Language
  title: string
  items: NavigationItem[]
}

export interface NavigationItem {
  id: string
  label: string
  href: string | null
  description: string | null
  page: Page | null
  sort: number | null
  parent: string | null
  children: NavigationItem[]
}

export interface Redirect {
  id: string
  from: string
  to: string
  permanent: boolean
}

export interface FormField {
  name: string
  label: string
  type: 'text' | 'email' | 'textarea' | 'select' | 'checkbox'
  required?: boolean | null
  help?: string | null
  options?: string | null
  autocomplete?: string | null
}

export interface Form {
  id: string
  key: string
  name: string
  fields: FormField[] | null
  submit_label: string
  success_message: string
}

export interface FormSubmission {
  id: string
  form: string | null
  data: Record<string, string | boolean>
}

export interface Author {
  id: string
  slug: string
  name: string
  title: string | null
  bio: string | null
  avatar: File | null
}

export interface Category {
  id: string
  slug: string
  name: string
  description: string | null
  sort: number | null
}

export interface Post {
  id: string
  slug: string
  language: Language
  title: string
  excerpt: string | null
  body: string | null
  image: File | null
  author: Author | null
  category: Category | null
  tags: string[] | null
  published_at: string
  seo: Seo | null
  date_created: string
  date_updated: string | null
}

export type PostRelation = 'image' | 'author' | 'category'

/** A post as Directus stores it: relations are ids, the body is Markdown. */
export type StoredPost = Omit<Post, PostRelation> & Record<PostRelation, string | null>

export interface Page {
  id: string
  path: string
  language: Language
  title: string
  seo: Seo | null
  blocks: PageBlock[]
  date_created: string
  date_updated: string | null
}

interface Action {
  label: string
  href: string
  variant?: 'primary' | 'secondary' | null
}

export interface HeroBlock {
  id: string
  eyebrow: string | null
  title: string
  text: string | null
  image: File | null
  actions: Action[] | null
}

export interface RichTextBlock {
  id: string
  title: string | null
  body: string
}

export interface FeaturesBlock {
  id: string
  title: string | null
  text: string | null
  items: { icon: string | null; title: string; text: string; href?: string | null }[] | null
}

export interface GalleryFile {
  id: string
  file: File | null
  caption: string | null
  sort: number | null
}

export interface GalleryBlock {
  id: string
  title: string | null
  text: string | null
  images: GalleryFile[]
}

export interface PostsBlock {
  id: string
  title: string | null
  text: string | null
  category: string | null
  limit: number
}

export interface PricingBlock {
  id: string
  title: string | null
  text: string | null
  footnote: string | null
}

export interface FormBlock {
  id: string
  title: string | null
  text: string | null
  form: Form | null
}

export interface CallToActionBlock {
  id: string
  title: string
  text: string | null
  actions: Action[] | null
  tone: 'plain' | 'strong'
}

export interface Blocks {
  block_hero: HeroBlock
  block_rich_text: RichTextBlock
  block_features: FeaturesBlock
  block_gallery: GalleryBlock
  block_posts: PostsBlock
  block_pricing: PricingBlock
  block_form: FormBlock
  block_cta: CallToActionBlock
}

export type PageBlock = {
  [Name in keyof Blocks]: { id: string; sort: number | null; collection: Name; item: Blocks[Name] }
}[keyof Blocks]
