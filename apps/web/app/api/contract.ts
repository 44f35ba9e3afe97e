import type { Routes } from '@gantry/api-contract'

type Data<Route extends keyof Routes> = Routes[Route]['data']
type Item<List> = List extends (infer Entry)[] ? Entry : never

export type Me = Data<'auth.me'>
export type OpenSession = Item<Data<'auth.sessions.index'>>
export type Preferences = Data<'preferences.show'>
export type Permission = Item<Me['permissions']>

export type Passkey = Item<Data<'auth.passkeys.index'>>
export type Provider = Item<Data<'auth.providers.index'>>
export type ConnectedIdentity = Item<Data<'auth.identities.index'>>

export type Organization = Data<'organizations.show'>
export type Member = Item<Data<'organizations.members.index'>>

export type Team = Item<Data<'organizations.teams.index'>>
export type Invitation = Item<Data<'organizations.invitations.index'>>
export type ReceivedInvitation = Data<'invitations.show'>

export type SingleSignOn = Data<'single_sign_on.show'>
export type Domain = Item<SingleSignOn['domains']>

export type ApiKey = Item<Data<'api_keys.index'>>
export type ApiKeyChoices = Data<'api_keys.choices'>
export type IssuedApiKey = Data<'api_keys.store'>

export type Site = Data<'cms.site'>
export type Link = Item<Site['navigation']['footer'][number]['items']>
export type Page = Extract<Data<'cms.page'>, { redirect: null }>
export type Redirection = Exclude<Data<'cms.page'>, Page>
export type Post = Item<Data<'cms.posts.index'>>
export type Article = Data<'cms.posts.show'>
export type ContentHit = Item<Data<'cms.search'>>
export type Image = NonNullable<Post['image']>

export type Block = Item<Page['blocks']>
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>
export type Action = Item<BlockOf<'hero'>['actions']>
export type Form = BlockOf<'form'>['form']

export type ListedEntry = Item<Data<'cms.entries.index'>>
export type EntryKind = ListedEntry['kind']
export type PostEntry = Data<'cms.post_entries.show'>
export type PageEntry = Data<'cms.page_entries.show'>
export type EditedBlock = Omit<Item<PageEntry['blocks']>, 'values'> & { values: Record<string, unknown> }
export type BlockTypes = Data<'cms.block_types.index'>
export type BlockType = Item<BlockTypes['types']>
export type BlockField = Item<BlockType['fields']>
/** A field of a block, or of an entry of a list in one. */
export type AnyField = Omit<BlockField, 'fields'> & { fields?: Item<BlockField['fields']>[] }
export type Preview = Data<'cms.previews.show'>
export type MediaFile = Item<Data<'cms.files.index'>>
export type MediaRecord = Data<'cms.files.show'>

export type StudioSeats = Data<'cms.studio_seats.show'>

export type Plan = Item<Data<'billing.plans.index'>>
export type AppliedCoupon = Item<Data<'billing.coupons.index'>>
export type BillingDetails = Data<'billing.details.show'>
export type Entitlements = Data<'billing.entitlements.show'>
export type PrepaidCredit = Data<'billing.wallet.show'>
export type PlanPreview = Data<'billing.preview.show'>
export type Subscription = Item<Data<'billing.subscriptions.index'>>
export type Invoice = Item<Data<'billing.invoices.index'>>

export type AdministeredUser = Item<Data<'admin.users.index'>>
export type UserRecord = Data<'admin.users.show'>

export type LedgerEntry = Item<Data<'audit.index'>>
export type AdministeredOrganization = Item<Data<'admin.organizations.index'>>
export type OrganizationRecord = Data<'admin.organizations.show'>
export type Statistics = Data<'admin.statistics.show'>
export type FailedJob = Item<Data<'admin.queues.failures.index'>>

export type BillingFigures = Data<'admin.billing.show'>
export type LagoWebhook = Item<Data<'admin.billing.webhooks.index'>>
export type OrganizationBilling = Data<'admin.organizations.billing'>
