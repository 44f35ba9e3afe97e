import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test, vi } from 'vitest'
import type { Me, Member, Organization } from '~/api/contract'
import SecondFactorNeeded from '~/components/account/SecondFactorNeeded.vue'
import Members from '~/pages/dashboard/settings/members.vue'
import Names from '~/pages/dashboard/settings/organization.vue'
import Opening from '~/pages/dashboard/organizations/new.vue'
import { useMe } from '~/queries/user'
import { alice } from '../../peer/world'
import { answer, settle, type Refusal } from './answers'

const { id } = alice.organization!
const path = `/api/organizations/${id}`
const organization: Organization = {
  id,
  name: 'Acme',
  slug: 'acme',
  logo: null,
  requiresTwoFactor: false,
  role: 'admin',
  roles: ['admin', 'member', 'viewer'],
  createdAt: '2026-11-01T00:00:00.000Z',
  mostMembers: 100,
}
const member = (userId: string, fullName: string, role: string): Member => ({
  userId,
  fullName,
  email: `${userId}@acme.test`,
  avatar: null,
  role,
  joinedAt: '2026-11-01T00:00:00.000Z',
  hasSecondFactor: null,
})
const members = [
  member(alice.id, 'Alice Archer', 'admin'),
  member('bob', 'Bob Baptiste', 'member'),
  member('olga', 'Olga Owner', 'owner'),
]
const me: Me = {
  ...alice,
  permissions: ['organization.read', 'organization.update', 'member.read', 'member.update', 'member.remove'],
}

async function open(page: object, answers = {}, refusals: Record<string, Refusal> = {}) {
  const sent = answer(
    {
      'GET /api/auth/me': me,
      [`GET ${path}`]: organization,
      [`GET ${path}/members`]: members,
      ...answers,
    },
    refusals,
  )
  await mountSuspended({ setup: () => void useMe(), template: '<i />' })
  await settle()
  const mounted = await mountSuspended(page, { attachTo: document.body })
  await settle()
  return { page: mounted, sent }
}

afterEach(() => (document.body.innerHTML = ''))

const dialog = () => vi.waitFor(() => document.querySelector('[role=dialog]')!)

async function press(label: string, within: ParentNode) {
  const button = [...within.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === label,
  )
  button!.click()
  await settle()
}

test('lists members, and lets nobody touch a role above their own', async () => {
  const { page } = await open(Members)
  const [own, lower, higher] = page.findAll('li')
  expect(own!.text()).toContain('You')
  expect(own!.find('[aria-label^=Remove]').exists()).toBe(false)
  expect(lower!.find('[aria-label="Remove Bob Baptiste"]').exists()).toBe(true)
  expect(lower!.find('[aria-label="Role of Bob Baptiste"]').exists()).toBe(true)
  expect(higher!.find('button').exists()).toBe(false)
})

test('marks who has no second factor, where that is told', async () => {
  const told = [true, false, null].map((hasSecondFactor, index) => ({ ...members[index]!, hasSecondFactor }))
  const { page } = await open(Members, { [`GET ${path}/members`]: told })
  expect(page.findAll('li').map((row) => row.text().includes('No second factor'))).toEqual([
    false,
    true,
    false,
  ])
})

test('requires a second factor only after the question, and says why that was refused', async () => {
  const permissions: Me['permissions'] = ['organization.read', 'two_factor.require']
  const error = 'Set up two-factor for your own account first.'
  const { page, sent } = await open(
    Names,
    { 'GET /api/auth/me': { ...me, permissions } },
    { [`POST ${path}/two-factor`]: { status: 409, code: 'E_NO_SECOND_FACTOR', error } },
  )
  await page.get('[role=switch]').trigger('click')
  const asking = await dialog()
  expect(sent).toEqual([])
  await press('Require it', asking)
  expect(sent).toEqual([{ call: `POST ${path}/two-factor`, body: null }])
  expect(asking.textContent).toContain(error)
  expect(page.get('[role=switch]').attributes('aria-checked')).toBe('false')
})

test('no longer requires one only after the question', async () => {
  const permissions: Me['permissions'] = ['organization.read', 'two_factor.require']
  const { page, sent } = await open(Names, {
    'GET /api/auth/me': { ...me, permissions },
    [`GET ${path}`]: { ...organization, requiresTwoFactor: true },
    [`DELETE ${path}/two-factor`]: organization,
  })
  await page.get('[role=switch]').trigger('click')
  await press('Leave it to them', await dialog())
  expect(sent).toEqual([{ call: `DELETE ${path}/two-factor`, body: null }])
  expect(page.get('[role=switch]').attributes('aria-checked')).toBe('false')
})

test('tells members that one is required, without a switch', async () => {
  const { page } = await open(Names, { [`GET ${path}`]: { ...organization, requiresTwoFactor: true } })
  expect(page.text()).toContain('Every member needs a second factor.')
  expect(page.find('[role=switch]').exists()).toBe(false)
})

test('who is kept out is led to Security, or asked for the passkey that they have', async () => {
  const closed: Me = { ...me, organization: { ...alice.organization!, needsSecondFactor: true } }
  const passkey = { id: 'phone', name: 'Phone', createdAt: '2026-11-01T00:00:00.000Z', lastUsedAt: null }
  const { page } = await open(SecondFactorNeeded, { 'GET /api/auth/me': closed })
  expect(page.text()).toContain('Acme is for members with a second factor')
  expect(page.get('a').attributes('href')).toContain('/dashboard/settings/security?next=')
  expect(page.text()).not.toContain('Use a passkey')

  const { page: again } = await open(SecondFactorNeeded, {
    'GET /api/auth/me': closed,
    'GET /api/auth/passkeys': [passkey],
  })
  expect(again.text()).toContain('Use a passkey')
})

test('lets who may invite do so, and shows who has not answered', async () => {
  const permissions: Me['permissions'] = ['member.read', 'member.invite']
  const invitation = {
    id: 'invitation',
    email: 'ines@initech.test',
    role: 'member',
    invitedBy: 'Alice Archer',
    sentAt: '2026-11-01T00:00:00.000Z',
    expiresAt: '2026-11-08T00:00:00.000Z',
    isExpired: false,
  }
  const { page, sent } = await open(Members, {
    'GET /api/auth/me': { ...me, permissions },
    [`GET ${path}/invitations`]: [invitation],
    [`POST ${path}/invitations`]: invitation,
  })
  expect(page.find('[aria-label="Revoke the invitation to ines@initech.test"]').exists()).toBe(true)
  await page.get('[name=email]').setValue('ines@initech.test')
  const inviting = page.findAll('form').find((form) => form.find('[name=email]').exists())
  await inviting!.trigger('submit')
  await settle()
  expect(sent).toEqual([
    { call: `POST ${path}/invitations`, body: { email: 'ines@initech.test', role: 'member' } },
  ])
})

test('says that nobody matches', async () => {
  const { page } = await open(Members, { [`GET ${path}/members`]: [] })
  expect(page.text()).toContain('Nobody matches')
})

test('puts a refused short name beside its field and keeps it', async () => {
  const details = { slug: 'Another organization has this short name. Please choose a different one.' }
  const { page, sent } = await open(
    Names,
    {},
    { [`PATCH ${path}`]: { status: 422, code: 'E_VALIDATION_ERROR', error: 'Please check.', details } },
  )
  await page.get('[name=slug]').setValue('globex')
  await page.get('form').trigger('submit')
  await settle()
  expect(sent).toEqual([{ call: `PATCH ${path}`, body: { name: 'Acme', slug: 'globex' } }])
  expect(page.text()).toContain(details.slug)
  expect(page.get<HTMLInputElement>('[name=slug]').element.value).toBe('globex')
})

test('shows the names to who may not change them', async () => {
  const viewer: Me = { ...me, permissions: ['organization.read'] }
  const { page } = await open(Names, { 'GET /api/auth/me': viewer })
  expect(page.find('form').exists()).toBe(false)
  expect(page.text()).toContain('Leave organization')
  expect(page.text()).not.toContain('Delete organization')
})

test('says how many organizations one person can belong to', async () => {
  const error = 'One person can belong to 5 organizations.'
  const { page } = await open(
    Opening,
    {},
    { 'POST /api/organizations': { status: 409, code: 'E_ORGANIZATION_LIMIT', error } },
  )
  await page.get('[name=name]').setValue('Initech')
  await page.get('form').trigger('submit')
  await settle()
  expect(page.get('[role=alert]').text()).toBe(error)
})
