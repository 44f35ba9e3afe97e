import type { Component } from 'vue'
import type {
  AdministeredUser,
  MediaRecord,
  Organization,
  OrganizationRecord,
  SingleSignOn,
  UserRecord,
} from '~/api/contract'
import { alice, dana, users } from '../../peer/world'
import { entry, pageEntry } from '../dashboard/answers'

/** How a form is brought to send something, and which call of it is refused. */
export interface Row {
  /** Where it is shown, if not by itself. */
  in?: string
  props?: Record<string, unknown>
  answers?: Record<string, unknown>
  /** What is pressed before the form is there. */
  press?: string
  /** By the names of fields; the first is the one that is refused. Empty where there is nothing to fill in. */
  type?: Record<string, string>
  /** What the API calls the field that is refused, if not by the name it has in the form; null where it knows none. */
  refused?: string | null
  call: string
}

const organization = {
  id: 'acme',
  name: 'Acme',
  slug: 'acme',
  logoUrl: null,
  role: 'owner',
  roles: ['owner', 'admin', 'member'],
  requiresTwoFactor: false,
} as unknown as Organization
const user = { ...(users[0] as AdministeredUser), roles: ['user', 'editor'], passkeys: 1 } as UserRecord
const standing = {
  provider: null,
  domains: [],
  roles: ['admin', 'member'],
  callbackUrl: 'https://gantry.test/callback',
} as unknown as SingleSignOn
const file = {
  id: 'file',
  name: 'crane.jpg',
  title: 'Crane',
  alt: '',
  type: 'image/jpeg',
  bytes: 1000,
  width: 10,
  height: 10,
  focus: null,
  url: '/api/cms/assets/file',
  download: null,
  isMine: true,
  uses: [],
  uploadedBy: 'Dana',
  uploadedAt: '2026-11-01T08:30:00.000Z',
} as unknown as MediaRecord
const form = {
  id: 'contact',
  name: 'Contact',
  fields: [
    { name: 'topic', label: 'Topic', type: 'select', required: true, options: ['Sales'], help: null },
    { name: 'message', label: 'Message', type: 'textarea', required: true, options: [], help: null },
  ],
  submitLabel: 'Send',
  successMessage: 'Thank you.',
}
const editor = { ...dana, permissions: [...dana.permissions, 'content.write', 'content.publish'] }
const owner = {
  ...alice,
  permissions: [
    ...alice.permissions,
    'organization.update',
    'organization.delete',
    'api_key.manage',
    'api_key.read',
  ],
}
const invited = { token: 'secret', organization: 'Acme', email: 'ines@initech.test' }
const preferences = { theme: 'system', timeZone: 'UTC', language: null, mails: { data_ready: true } }
const reason = { reason: 'Asked for by phone' }

export const rows: Record<string, Row> = {
  'pages/login/index.vue': {
    type: { email: 'alice@acme.test', password: 'a guess' },
    call: 'POST /api/auth/login',
  },
  'pages/login/second-step.vue': {
    answers: { 'GET /api/auth/two-factor/session': { methods: ['totp'] } },
    type: { code: '123456' },
    call: 'POST /api/auth/two-factor/session',
  },
  'pages/register.vue': {
    type: { email: 'new@acme.test', fullName: 'New Person', password: 'a much better one' },
    call: 'POST /api/auth/register',
  },
  'pages/dashboard/organizations/new.vue': { type: { name: 'Acme' }, call: 'POST /api/organizations' },
  'components/account/Confirmation.vue': {
    type: { password: 'a guess' },
    call: 'POST /api/auth/confirmation',
  },
  'components/account/InvitationAnswer.vue': { props: invited, call: 'POST /api/invitations/acceptance' },
  'components/account/InvitationSwitch.vue': {
    props: { email: invited.email, signedInAs: 'bob@acme.test' },
    call: 'POST /api/auth/logout',
  },
  'components/account/InvitedRegistration.vue': {
    props: invited,
    type: { fullName: 'Ines Ito', password: 'a much better one' },
    call: 'POST /api/invitations/registration',
  },
  'components/account/Link.vue': {
    in: 'pages/reset-password.vue',
    type: { password: 'a much better one' },
    call: 'POST /api/auth/reset-password',
  },
  'components/account/MailRequest.vue': {
    in: 'pages/forgot-password.vue',
    type: { email: 'alice@acme.test' },
    call: 'POST /api/auth/forgot-password',
  },
  'components/account/VerificationMail.vue': { call: 'POST /api/auth/verify-email/resend' },
  'components/form/Passkey.vue': { props: { next: '/dashboard' }, call: 'POST /api/auth/passkeys/challenge' },
  'components/form/Submission.vue': {
    props: { form },
    type: { topic: 'Sales', message: 'Hello there' },
    call: 'POST /api/cms/forms/contact/submissions',
  },
  'components/admin/UserForm.vue': {
    props: { user, isMe: false },
    type: { fullName: 'Bob B', ...reason },
    call: `PATCH /api/admin/users/${user.id}`,
  },
  'components/admin/UserDisabling.vue': {
    props: { user },
    type: reason,
    call: `POST /api/admin/users/${user.id}/suspension`,
  },
  'components/admin/UserTwoFactorReset.vue': {
    props: { user: { ...user, twoFactorEnabledAt: '2026-11-01T08:30:00.000Z' } },
    type: reason,
    call: `POST /api/admin/users/${user.id}/two-factor-reset`,
  },
  'components/admin/UserImpersonation.vue': {
    props: { user },
    type: reason,
    call: `POST /api/admin/users/${user.id}/impersonation`,
  },
  'components/admin/OrganizationAccess.vue': {
    props: { organization: { ...organization, disabledAt: null } as unknown as OrganizationRecord },
    press: 'Disable organization',
    type: reason,
    call: 'POST /api/admin/organizations/acme/suspension',
  },
  'components/editing/PageForm.vue': {
    props: { entry: pageEntry },
    answers: { 'GET /api/auth/me': editor },
    type: { title: 'New yard', path: '/new-yard' },
    call: 'PATCH /api/cms/entries/pages/page',
  },
  'components/editing/PostForm.vue': {
    props: { entry },
    answers: { 'GET /api/auth/me': editor },
    type: { slug: 'new-ledger', title: 'New', excerpt: 'Short' },
    call: 'PATCH /api/cms/entries/posts/post',
  },
  'components/editing/File.vue': {
    props: { id: 'file' },
    answers: { 'GET /api/auth/me': editor, 'GET /api/cms/files/file': file },
    type: { title: 'Old crane', alt: 'A crane' },
    call: 'PATCH /api/cms/files/file',
  },
  'components/editing/Preview.vue': {
    props: { kind: 'posts', id: 'post' },
    answers: { 'GET /api/auth/me': editor },
    press: 'Share preview',
    type: { hours: '168' },
    call: 'POST /api/cms/entries/posts/post/preview-links',
  },
  'components/editing/Schedule.vue': {
    in: 'components/editing/PostForm.vue',
    props: { entry: { ...entry, hasDraft: true } },
    answers: { 'GET /api/auth/me': editor },
    press: 'Schedule…',
    type: { publishAt: '2027-01-01T10:00' },
    call: 'POST /api/cms/entries/posts/post/publication',
  },
  'components/settings/ApiKeyForm.vue': {
    answers: {
      'GET /api/auth/me': owner,
      'GET /api/api-keys/choices': { scopes: ['organization.read'], perMinute: 120, mostPerMinute: 1000 },
    },
    type: { name: 'Nightly', perMinute: '7' },
    call: 'POST /api/api-keys',
  },
  'components/settings/Appearance.vue': {
    props: { preferences },
    call: 'PUT /api/preferences',
  },
  'components/settings/Language.vue': { props: { preferences }, call: 'PUT /api/preferences' },
  'components/settings/Mails.vue': { props: { preferences }, call: 'PUT /api/preferences' },
  'components/settings/DeletionDialog.vue': {
    props: { me: alice },
    type: { address: alice.email },
    refused: null,
    call: 'DELETE /api/user/me',
  },
  'components/settings/Domains.vue': {
    props: { domains: [] },
    type: { name: 'acme.test' },
    call: 'POST /api/single-sign-on/domains',
  },
  'components/settings/Email.vue': {
    props: { me: alice },
    type: { email: 'alice@new.test' },
    call: 'POST /api/user/email',
  },
  'components/settings/FirstPassword.vue': {
    type: { password: 'a much better one' },
    call: 'POST /api/auth/password',
  },
  'components/settings/Inviting.vue': {
    props: { organization },
    type: { email: 'ines@initech.test' },
    call: 'POST /api/organizations/acme/invitations',
  },
  'components/settings/OrganizationEnd.vue': {
    props: { organization },
    answers: { 'GET /api/auth/me': owner },
    press: 'Delete organization',
    type: { typedName: 'Acme' },
    refused: 'name',
    call: 'DELETE /api/organizations/acme',
  },
  'components/settings/OrganizationNames.vue': {
    in: 'pages/dashboard/settings/organization.vue',
    answers: {
      'GET /api/auth/me': owner,
      [`GET /api/organizations/${alice.organization!.id}`]: organization,
    },
    type: { slug: 'acme-2', name: 'Acme Two' },
    call: `PATCH /api/organizations/${alice.organization!.id}`,
  },
  'components/settings/PasskeyName.vue': {
    props: { passkey: { id: 'key', name: 'Phone' } },
    type: { name: 'Old phone' },
    call: 'PATCH /api/auth/passkeys/key',
  },
  'components/settings/Password.vue': {
    type: { currentPassword: 'a guess', password: 'a much better one' },
    call: 'POST /api/auth/change-password',
  },
  'components/settings/Profile.vue': {
    props: { me: alice },
    type: { fullName: 'Alice A' },
    call: 'PATCH /api/user/me',
  },
  'components/settings/Provider.vue': {
    props: { standing },
    type: { clientId: 'gantry', issuer: 'https://id.acme.test', clientSecret: 'hush' },
    call: 'PUT /api/single-sign-on',
  },
  'components/settings/TeamForm.vue': {
    props: { organizationId: 'acme' },
    answers: { 'GET /api/organizations/acme/members': [] },
    type: { name: 'Riggers' },
    call: 'POST /api/organizations/acme/teams',
  },
  'components/settings/TwoFactorSetup.vue': {
    answers: { 'POST /api/auth/two-factor/secret': { secret: 'JBSWY3DP', address: 'otpauth://totp/Gantry' } },
    type: { code: '123456' },
    call: 'POST /api/auth/two-factor',
  },
}

/** Forms whose answer does not come to the page that they are on, or that only lend their frame to others. */
export const others: Record<string, string> = {
  'pages/single-sign-on.vue': 'leads to a redirect, whose problem the page is told in its address',
  'components/settings/Panel.vue': 'a frame',
  'components/dashboard/FormDialog.vue': 'a frame',
  'components/admin/ReasonDialog.vue': 'a frame',
  'components/settings/Member.vue': 'a select in a table, not a form',
}

const files = import.meta.glob<{ default: Component }>([
  '../../../app/components/**/*.vue',
  '../../../app/pages/**/*.vue',
])
export const load = async (file: string) => (await files[`../../../app/${file}`]!()).default
