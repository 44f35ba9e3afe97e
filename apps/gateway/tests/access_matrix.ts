import { readItems } from '@directus/sdk'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import DataExport from '#accounts/models/data_export'
import ApiKey from '#api_keys/models/api_key'
import Invoice from '#billing/models/invoice'
import LagoWebhook from '#billing/models/lago_webhook'
import { reader } from '#content/cms/client'
import { storage } from '#core/uploads/storage'
import Invitation from '#organizations/models/invitation'
import Team from '#organizations/models/team'
import OrganizationDomain from '#single_sign_on/models/organization_domain'
import OrganizationProvider from '#single_sign_on/models/organization_provider'
import { readingKey, type World } from '#tests/access_world'

/** Everyone who may knock, in the order of the columns below. */
export const callers = [
  'anonymous',
  'viewer',
  'member',
  'admin',
  'owner',
  'outsider',
  'editor',
  'platform admin',
  'disabled user',
  'expired session',
  'token of another organization',
  'API key of another organization',
  'API key that only reads',
] as const

const everyone = 'ok ok ok ok ok ok ok ok ok ok ok ok ok'
/** About the browser's own session, which a key is refused and a token told that it has none. */
const browsers = 'ok ok ok ok ok ok ok ok ok ok ok 403 403'
const signedIn = '401 ok ok ok ok ok ok ok 401 401 ok 403 403'
/** Nobody here has just confirmed who they are; a token, which cannot, is told so. */
const confirmedOnly = '401 403 403 403 403 403 403 403 401 401 ok 403 403'
const members = '401 ok ok ok ok 404 404 404 401 401 404 404 ok'
/** Reading what only they may read: a key with that scope may too. */
const managersReading = '401 403 403 ok ok 404 404 404 401 401 404 404 ok'
const managers = '401 403 403 ok ok 404 404 404 401 401 404 404 403'
const editors = '401 403 403 403 403 403 ok ok 401 401 403 403 403'
const studio = '401 403 403 403 403 403 ok ok 401 401 ok 403 403'
const administrators = '401 403 403 403 403 403 403 ok 401 401 403 403 403'
const nobody = '401 401 401 401 401 401 401 401 401 401 401 401 401'

/**
 * What each caller of each route gets: a refusal's status, or `ok` for whatever lies behind the guards. The organization
 * asked about, and every record named, belongs to the viewer, member, admin and owner; nobody else is in it.
 */
export const matrix: Record<string, string> = {
  'health.live': everyone,
  'health.show': everyone,
  'docs.openapi': everyone,
  'docs.show': everyone,
  'docs.assets': everyone,
  'avatars.show': everyone,

  'auth.jwks': everyone,
  'auth.csrf': browsers,
  // Attempts are counted before anything else; the last two callers here come too late to be told more.
  'auth.register': everyone,
  'auth.login': browsers,
  'auth.token': signedIn,
  // For a person; what a key is for, its owner knows.
  'auth.me': '401 ok ok ok ok 404 404 404 401 401 404 403 403',
  'auth.logout': signedIn,
  'auth.impersonation.destroy': signedIn,
  'auth.sessions.index': signedIn,
  'auth.sessions.destroy_others': signedIn,
  // One that is not the caller's own does not exist; a token has none.
  'auth.sessions.destroy': '401 404 404 404 404 404 404 404 401 401 ok 403 403',
  'auth.confirmation.show': signedIn,
  'auth.confirmation.store': signedIn,
  'auth.confirmation.passkey': signedIn,
  'auth.passkeys.challenge': browsers,
  'auth.passkeys.session': browsers,
  'auth.passkeys.index': signedIn,
  'auth.passkeys.store': confirmedOnly,
  'auth.passkeys.options': confirmedOnly,
  // One that is not the caller's own does not exist; a token has none.
  'auth.passkeys.update': '401 404 404 404 404 404 404 404 401 401 ok 403 403',
  'auth.passkeys.destroy': confirmedOnly,
  'auth.second_step.show': browsers,
  'auth.second_step.store': browsers,
  'auth.two_factor.show': signedIn,
  'auth.two_factor.store': confirmedOnly,
  'auth.two_factor.destroy': confirmedOnly,
  'auth.two_factor.secret': confirmedOnly,
  'auth.two_factor.recovery_codes': confirmedOnly,
  'auth.verify_email': everyone,
  'auth.forgot_password': everyone,
  'auth.reset_password': everyone,
  'auth.magic_link.store': everyone,
  'auth.magic_link.session': browsers,
  'auth.change_email': everyone,
  'auth.undo_email': everyone,
  'auth.verify_email.resend': signedIn,
  'auth.change_password': signedIn,
  // Those that lead to a provider and back answer with a page, whoever asks.
  'auth.providers.index': everyone,
  'auth.providers.visit': everyone,
  'auth.providers.callback': everyone,
  'auth.password.store': confirmedOnly,
  'auth.identities.index': signedIn,
  'auth.identities.store': confirmedOnly,
  'auth.identities.destroy': confirmedOnly,
  'user.show': signedIn,
  'user.update': signedIn,
  'user.avatar.store': signedIn,
  'user.avatar.destroy': signedIn,
  'user.export.index': signedIn,
  'user.export.store': confirmedOnly,
  // Only the owner has one.
  'user.export.file': '401 404 404 404 ok 404 404 404 401 401 404 403 403',
  'preferences.show': signedIn,
  'preferences.update': signedIn,
  'user.email.store': confirmedOnly,
  'user.events.index': signedIn,

  'audit.index': managersReading,
  'audit.choices': managersReading,
  'audit.export': managers,
  'user.destroy': confirmedOnly,
  'user.deletion.destroy': signedIn,

  'organizations.index': signedIn,
  'organizations.activate': '401 ok ok ok ok 404 404 404 401 401 ok 403 403',
  'organizations.store': signedIn,
  'organizations.show': members,
  'organizations.update': managers,
  // Owners alone, once they have just confirmed who they are; a token, which cannot, is told so.
  'organizations.destroy': '401 403 403 403 403 404 404 404 401 401 ok 403 403',
  'organizations.two_factor.store': '401 403 403 403 403 404 404 404 401 401 ok 403 403',
  'organizations.two_factor.destroy': '401 403 403 403 403 404 404 404 401 401 ok 403 403',
  'organizations.leave': '401 ok ok ok ok 404 404 404 401 401 404 404 403',
  'organizations.logo.store': managers,
  'organizations.logo.destroy': managers,
  'organizations.members.index': members,
  'organizations.members.update': managers,
  'organizations.members.destroy': managers,
  'organizations.teams.index': members,
  'organizations.teams.store': managers,
  'organizations.teams.update': managers,
  'organizations.teams.destroy': managers,
  'organizations.invitations.index': managers,
  'organizations.invitations.store': managers,
  'organizations.invitations.mail': managers,
  'organizations.invitations.destroy': managers,
  'invitations.show': everyone,
  'invitations.register': everyone,
  'invitations.accept': signedIn,

  'single_sign_on.visit': everyone,
  'single_sign_on.callback': everyone,
  'single_sign_on.show': managers,
  'single_sign_on.update': managers,
  'single_sign_on.destroy': managers,
  'single_sign_on.check': managers,
  'single_sign_on.domains.store': managers,
  'single_sign_on.domains.destroy': managers,
  'single_sign_on.domains.verify': managers,

  'api_keys.index': managersReading,
  'api_keys.choices': managers,
  // Who has just confirmed who they are; a token, which cannot, is told so, and a key makes no keys.
  'api_keys.store': '401 403 403 403 403 404 404 404 401 401 ok 403 403',
  'api_keys.destroy': managers,

  'cms.site': everyone,
  'cms.sitemap': everyone,
  'cms.home': everyone,
  'cms.page': everyone,
  'cms.posts.index': everyone,
  'cms.posts.show': everyone,
  'cms.events.index': everyone,
  'cms.assets.show': everyone,
  'cms.authors.show': everyone,
  'cms.search': everyone,
  'cms.asset_files.show': everyone,
  'cms.collection_items.index': everyone,
  'cms.collection_items.show': everyone,
  'cms.graphql_answers.store': everyone,
  // A link proves itself; without one there is nothing to refuse.
  'cms.shared_previews.show': everyone,
  'cms.form_submissions.store': everyone,
  'cms.entries.index': editors,
  'cms.post_entries.show': editors,
  'cms.post_entries.store': editors,
  'cms.post_entries.update': editors,
  'cms.page_entries.show': editors,
  'cms.page_entries.store': editors,
  'cms.page_entries.update': editors,
  'cms.entry_editions.index': editors,
  'cms.entry_editions.show': editors,
  'cms.entry_restorations.store': editors,
  'cms.previews.show': editors,
  'cms.preview_links.store': editors,
  'cms.files.index': editors,
  'cms.files.show': editors,
  'cms.files.store': editors,
  'cms.files.update': editors,
  'cms.files.destroy': editors,
  'cms.block_types.index': editors,
  'cms.entry_translations.store': editors,
  'cms.entry_drafts.destroy': editors,
  'cms.entry_publications.store': editors,
  'cms.entry_publications.destroy': editors,
  'cms.entry_schedules.destroy': editors,
  'cms.entries.destroy': editors,
  'cms.posts.store': editors,
  'cms.posts.update': editors,
  'cms.posts.destroy': editors,

  'cms.studio_seats.show': editors,
  'cms.studio_seats.destroy': editors,
  // A program for browsers: a token, which has no session, is a mistake there.
  'studio.entrance': studio,
  'studio.script': studio,
  'studio.refresh': studio,
  'studio.logout': studio,
  'studio.show': studio,
  'studio.socket': studio,

  'billing.plans.index': everyone,
  'billing.webhooks.store': nobody,
  'billing.subscriptions.index': members,
  'billing.subscriptions.store': managers,
  'billing.preview.show': managers,
  'billing.coupons.index': managers,
  'billing.coupons.store': managers,
  'billing.coupons.destroy': managers,
  'billing.wallet.show': managers,
  'billing.wallet.update': managers,
  'billing.top_ups.store': managers,
  'billing.details.show': managers,
  'billing.details.update': managers,
  'billing.subscriptions.update': managers,
  'billing.subscriptions.destroy': managers,
  'billing.checkout.store': managers,
  'billing.portal.store': managers,
  'billing.entitlements.show': members,
  'billing.usage.show': members,
  'billing.invoices.index': members,
  'billing.invoices.show': members,
  'billing.invoices.pdf': members,
  'billing.invoices.pay': managers,

  'admin.users.index': administrators,
  'admin.users.show': administrators,
  'admin.users.export': administrators,
  'admin.users.update': administrators,
  'admin.users.disable': administrators,
  'admin.users.enable': administrators,
  'admin.users.sign_out': administrators,
  'admin.users.verify': administrators,
  'admin.users.reset_two_factor': administrators,
  // Once they have just confirmed who they are, and in a session.
  'admin.users.impersonate': '401 403 403 403 403 403 403 403 401 401 ok 403 403',
  'admin.organizations.index': administrators,
  'admin.organizations.show': administrators,
  'admin.organizations.export': administrators,
  'admin.organizations.update': administrators,
  'admin.organizations.disable': administrators,
  'admin.organizations.enable': administrators,
  'admin.organizations.billing': administrators,
  'admin.billing.show': administrators,
  'admin.billing.webhooks.index': administrators,
  'admin.billing.webhooks.replay': administrators,
  'admin.ledger.index': administrators,
  'admin.ledger.export': administrators,
  'admin.statistics.show': administrators,
  'admin.system.show': administrators,
  'admin.queues.index': administrators,
  'admin.queues.failures.index': administrators,
  // There is no such job.
  'admin.queues.failures.retry': '401 403 403 403 403 403 403 404 401 401 403 403 403',
  'admin.queues.failures.destroy': '401 403 403 403 403 403 403 404 401 401 403 403 403',
}

/** Who knocks with a fresh proof of who they are, in the order of the columns of `whenConfirmed`. */
export const confirmedCallers = ['viewer', 'member', 'admin', 'owner', 'outsider', 'platform admin'] as const

const anybody = 'ok ok ok ok ok ok'
const owners = '403 403 403 ok 404 404'

/** What each of them gets at the routes that ask for that proof, where the columns above cannot tell roles apart. */
export const whenConfirmed: Record<string, string> = {
  'auth.passkeys.store': anybody,
  'auth.passkeys.options': anybody,
  'auth.passkeys.destroy': anybody,
  'auth.two_factor.store': anybody,
  'auth.two_factor.destroy': anybody,
  'auth.two_factor.secret': anybody,
  'auth.two_factor.recovery_codes': anybody,
  'auth.password.store': anybody,
  'auth.identities.store': anybody,
  'auth.identities.destroy': anybody,
  'user.export.store': anybody,
  'user.destroy': anybody,
  'user.email.store': anybody,
  'organizations.destroy': owners,
  'organizations.two_factor.store': owners,
  'organizations.two_factor.destroy': owners,
  'api_keys.store': '403 403 ok ok 404 404',
  'admin.users.impersonate': '403 403 403 403 403 ok',
}

/** What an administrator who acts as the owner may do, besides what everybody may; every other route says no. */
export const whileActing = new Set([
  'auth.me',
  'auth.logout',
  'auth.impersonation.destroy',
  'organizations.index',
  'organizations.activate',
  'organizations.show',
  'organizations.update',
  'organizations.logo.store',
  'organizations.logo.destroy',
  'organizations.members.index',
  'organizations.teams.index',
  'organizations.teams.store',
  'organizations.teams.update',
  'organizations.teams.destroy',
  'user.show',
  'user.events.index',
  'preferences.show',
  'audit.index',
  'audit.choices',
  'billing.subscriptions.index',
  'billing.entitlements.show',
  'billing.usage.show',
  'billing.invoices.index',
  'billing.invoices.show',
  'billing.invoices.pdf',
])

interface Target {
  path?: string
  body?: object
}

/** Where an empty body and a made-up id do not reach what a route guards: the record it is asked about. */
export const targets: Record<string, (world: World) => Target | Promise<Target>> = {
  'auth.providers.visit': () => ({ path: '/api/auth/providers/github/redirect' }),
  'auth.providers.callback': () => ({ path: '/api/auth/providers/github/callback' }),
  'single_sign_on.callback': ({ organization }) => ({
    path: `/api/auth/single-sign-on/${organization.id}/callback`,
  }),
  'single_sign_on.destroy': async (world) => {
    await providerOf(world)
    return {}
  },
  'single_sign_on.check': async (world) => {
    await providerOf(world)
    return {}
  },
  'single_sign_on.domains.destroy': async (world) => ({
    path: `/api/single-sign-on/domains/${(await domainOf(world)).id}`,
  }),
  'single_sign_on.domains.verify': async (world) => ({
    path: `/api/single-sign-on/domains/${(await domainOf(world)).id}/verification`,
  }),
  'api_keys.destroy': async (world) => ({ path: `/api/api-keys/${(await keyOf(world)).id}` }),
  'admin.queues.failures.index': () => ({ path: '/api/admin/queues/ledger/failures' }),
  'studio.show': () => ({ path: '/studio/server/ping' }),
  'auth.passkeys.update': () => ({ path: `/api/auth/passkeys/${uuidv7()}`, body: { name: 'Phone' } }),
  'auth.sessions.destroy': () => ({ path: `/api/auth/sessions/${'m'.repeat(43)}` }),
  'user.export.file': async ({ userOf }) => {
    const made = await DataExport.updateOrCreate(
      { userId: userOf('owner').id },
      { id: uuidv7(), readyAt: DateTime.utc(), expiresAt: DateTime.utc().plus({ days: 1 }) },
    )
    await storage.write(`exports/${made.id}.zip`, Buffer.from('a file'))
    return {}
  },
  'docs.assets': () => ({ path: '/api/docs/start.js' }),
  'avatars.show': async () => {
    const key = `${'m'.repeat(43)}-64.webp`
    await storage.write(`avatars/${key}`, Buffer.from('a picture'))
    return { path: `/api/avatars/${key}` }
  },
  'cms.page': () => ({ path: '/api/cms/pages/about' }),
  'cms.posts.show': () => ({ path: '/api/cms/posts/one-door' }),
  'cms.authors.show': () => ({ path: '/api/cms/authors/mara-lindqvist' }),
  'cms.collection_items.index': () => ({ path: '/api/cms/collections/posts' }),
  'cms.collection_items.show': async () => {
    const [author] = await reader.request(readItems('authors', { fields: ['id'], limit: 1 }))
    return { path: `/api/cms/collections/authors/${author!.id}` }
  },
  'cms.graphql_answers.store': () => ({ body: { query: '{ posts { total } }' } }),
  'cms.search': () => ({ path: '/api/cms/search?q=door' }),
  'organizations.activate': ({ organization }) => ({ body: { organizationId: organization.id } }),
  'organizations.show': ({ organization }) => ({ path: `/api/organizations/${organization.id}` }),
  'organizations.update': ({ organization }) => ({ path: `/api/organizations/${organization.id}` }),
  'organizations.destroy': ({ organization }) => ({ path: `/api/organizations/${organization.id}` }),
  'organizations.leave': ({ organization }) => ({ path: `/api/organizations/${organization.id}/membership` }),
  'organizations.two_factor.store': ({ organization }) => ({
    path: `/api/organizations/${organization.id}/two-factor`,
  }),
  'organizations.two_factor.destroy': ({ organization }) => ({
    path: `/api/organizations/${organization.id}/two-factor`,
  }),
  'organizations.logo.store': ({ organization }) => ({ path: `/api/organizations/${organization.id}/logo` }),
  'organizations.logo.destroy': ({ organization }) => ({
    path: `/api/organizations/${organization.id}/logo`,
  }),
  'organizations.members.index': ({ organization }) => ({
    path: `/api/organizations/${organization.id}/members`,
  }),
  'organizations.members.update': (world) => ({ path: pathOfMember(world), body: { role: 'viewer' } }),
  'organizations.members.destroy': (world) => ({ path: pathOfMember(world) }),
  'organizations.teams.index': ({ organization }) => ({
    path: `/api/organizations/${organization.id}/teams`,
  }),
  'organizations.teams.store': ({ organization }) => ({
    path: `/api/organizations/${organization.id}/teams`,
  }),
  'organizations.teams.update': async (world) => ({ path: await pathOfTeam(world) }),
  'organizations.teams.destroy': async (world) => ({ path: await pathOfTeam(world) }),
  'organizations.invitations.index': ({ organization }) => ({
    path: `/api/organizations/${organization.id}/invitations`,
  }),
  'organizations.invitations.store': ({ organization }) => ({
    path: `/api/organizations/${organization.id}/invitations`,
  }),
  'organizations.invitations.mail': async (world) => ({ path: `${await pathOfInvitation(world)}/mail` }),
  'organizations.invitations.destroy': async (world) => ({ path: await pathOfInvitation(world) }),
  'admin.organizations.billing': ({ organization }) => ({
    path: `/api/admin/organizations/${organization.id}/billing`,
  }),
  'admin.billing.webhooks.replay': async () => {
    const uniqueKey = uuidv7()
    await LagoWebhook.create({ uniqueKey, type: 'plan.updated', payload: {}, receivedAt: DateTime.now() })
    return { path: `/api/admin/billing/webhooks/${uniqueKey}/replay` }
  },
  'billing.invoices.show': async (world) => ({
    path: `/api/billing/invoices/${(await invoiceOf(world)).id}`,
  }),
}

const pathOfMember = ({ organization, userOf }: World) =>
  `/api/organizations/${organization.id}/members/${userOf('viewer').id}`

async function pathOfTeam({ organization }: World) {
  const { id } = await Team.create({ organizationId: organization.id, name: 'Crew', resources: [] })
  return `/api/organizations/${organization.id}/teams/${id}`
}

async function pathOfInvitation({ organization }: World) {
  const wanted = { organizationId: organization.id, email: 'ines@initech.test', role: 'member' }
  const { id } = await new Invitation().merge(wanted).renew().save()
  return `/api/organizations/${organization.id}/invitations/${id}`
}

async function providerOf({ organization }: World) {
  const provider = new OrganizationProvider().merge({
    organizationId: organization.id,
    issuer: 'https://127.0.0.1',
    clientId: 'gantry',
    role: 'member',
  })
  provider.keepSecret('only-for-tests')
  return provider.save()
}

const keyOf = async ({ organization, userOf }: World) =>
  (await ApiKey.issue(organization.id, userOf('owner'), readingKey)).key

const domainOf = ({ organization }: World) =>
  OrganizationDomain.create({ organizationId: organization.id, name: 'everyone.test' })

const invoiceOf = ({ organization }: World) =>
  Invoice.create({
    id: uuidv7(),
    organizationId: organization.id,
    number: 'GAN-0001',
    status: 'finalized',
    paymentStatus: 'pending',
    issuedOn: DateTime.now(),
    issuedAt: DateTime.now(),
    overdue: false,
    totalCents: 4900,
    currency: 'EUR',
  })
