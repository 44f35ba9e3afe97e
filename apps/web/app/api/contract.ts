// Stands in for @gantry/api-contract until its routes exist; the shapes are those of docs/architecture.md section 4.
export interface Link {
  label: string
  href: string
}
export interface Category {
  id: string
  slug: string
  name: string
  description: string | null
}
export interface Site {
  name: string
  tagline: string
  description: string
  image: Image | null
  footerText: string | null
  contactEmail: string | null
  social: { label: string; icon: string; href: string }[]
  navigation: { header: Link[]; footer: { label: string; items: Link[] }[] }
  categories: Category[]
}
export interface Image {
  id: string
  url: string
  width: number | null
  height: number | null
  alt: string
}
export interface Seo {
  title: string | null
  description: string | null
  image: string | null
  noIndex: boolean
}
export interface Post {
  id: string
  slug: string
  title: string
  excerpt: string
  image: Image | null
  author: { slug: string; name: string; title: string | null; avatar: Image | null } | null
  category: { slug: string; name: string } | null
  tags: string[]
  publishedAt: string
  updatedAt: string | null
}
export type Article = Post & { body: string; readingMinutes: number; seo: Seo }
export type Block = { id: string; type: string } & Record<string, unknown>
export interface Page {
  id: string
  path: string
  title: string
  seo: Seo
  blocks: Block[]
  updatedAt: string | null
  redirect: null
}
export interface Redirection {
  path: string
  redirect: { to: string; status: 301 | 302 }
}
export interface Plan {
  code: string
  name: string
  description: string
  interval: 'monthly' | 'yearly'
  amountCents: number
  currency: string
  trialDays: number
  features: string[]
  charges: {
    metric: string
    name: string
    tiers: { upTo: number | null; unitAmount: string; flatAmount: string }[]
  }[]
}
export interface Action {
  label: string
  href: string
  variant: 'primary' | 'secondary'
}
export interface FormField {
  name: string
  label: string
  type: 'text' | 'email' | 'textarea' | 'select' | 'checkbox'
  required: boolean
  help: string | null
  options: string[]
  autocomplete: string | null
}
export interface Form {
  id: string
  name: string
  fields: FormField[]
  submitLabel: string
  successMessage: string
}
export interface BlockShapes {
  hero: { eyebrow: string | null; title: string; text: string | null; actions: Action[]; image: Image | null }
  rich_text: { title: string | null; body: string }
  features: {
    title: string | null
    text: string | null
    items: { icon: string; title: string; text: string; href: string | null }[]
  }
  gallery: { title: string | null; text: string | null; images: (Image & { caption: string | null })[] }
  posts: { title: string | null; text: string | null; posts: Post[] }
  pricing: { title: string | null; text: string | null; footnote: string | null }
  form: { title: string | null; text: string | null; form: Form }
  cta: { title: string; text: string | null; actions: Action[]; tone: 'plain' | 'strong' }
}
export interface Me {
  id: string
  email: string
  fullName: string
  role: 'user' | 'editor' | 'platform_admin'
  emailVerifiedAt: string | null
  organization: {
    id: string
    name: string
    slug: string
    role: 'owner' | 'admin' | 'member' | 'viewer'
  } | null
}
export interface Subscription {
  id: string
  planCode: string
  planName: string
  status: 'incomplete' | 'active' | 'past_due' | 'canceled'
  startedAt: string | null
  currentPeriodEnd: string | null
  trialEndsAt: string | null
  cancelAt: string | null
  canceledAt: string | null
  nextPlanCode: string | null
  checkoutUrl: string | null
}
export interface Invoice {
  id: string
  number: string
  status: string
  paymentStatus: string
  issuedOn: string
  dueOn: string | null
  totalCents: number
  currency: string
  pdfUrl: string | null
}
export interface EntryDraft {
  title: string
  slug: string
  excerpt: string
  body: string
  category: string | null
  publishedAt: string
}
export type Entry = EntryDraft & { id: string }
