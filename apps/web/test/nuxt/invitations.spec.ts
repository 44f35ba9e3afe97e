import { mountSuspended } from '@nuxt/test-utils/runtime'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ReceivedInvitation } from '~/api/contract'
import Page from '~/pages/invitations.vue'
import { answer, settle, type Refusal } from './dashboard/answers'

const invitation: ReceivedInvitation = {
  organization: 'Acme',
  email: 'ines@initech.test',
  role: 'member',
  invitedBy: 'Alice Archer',
  signedInAs: null,
  hasAccount: false,
}

beforeEach(() => sessionStorage.clear())

async function open(change: Partial<ReceivedInvitation> = {}, refusals: Record<string, Refusal> = {}) {
  location.hash = '#secret'
  const sent = answer(
    {
      'POST /api/invitations': { ...invitation, ...change },
      'POST /api/invitations/acceptance': { organizationId: 'acme', role: 'member' },
    },
    refusals,
  )
  const page = await mountSuspended(Page)
  await settle()
  return { page, sent }
}

test('lets somebody new register', async () => {
  const { page, sent } = await open()
  expect(page.text()).toContain('Alice Archer invites you to Acme')
  expect(page.text()).toContain('Your account gets the address ines@initech.test.')
  expect(page.find('[name=password]').exists()).toBe(true)
  expect(sent).toEqual([{ call: 'POST /api/invitations', body: { token: 'secret' } }])
})

test('leaves nothing of the secret in the address, nor in what the page tells others', async () => {
  await open()
  expect(location.hash).toBe('')
  expect(JSON.stringify(history.state)).not.toContain('secret')
  await vi.waitFor(() => {
    expect(document.head.querySelector('meta[name=referrer]')?.getAttribute('content')).toBe('no-referrer')
  })
})

test('sends who has an account to sign in, without the secret in the address', async () => {
  const { page } = await open({ hasAccount: true })
  expect(page.get('a.button').attributes('href')).toBe('/login?next=/invitations')
  expect(sessionStorage.getItem('gantry-invitation')).toBe('secret')
})

test('lets who is signed in join', async () => {
  const { page } = await open({ hasAccount: true, signedInAs: invitation.email })
  expect(page.get('button').text()).toBe('Join Acme')
})

test('tells who is signed in with another address so', async () => {
  const { page } = await open({ signedInAs: 'bob@acme.test' })
  expect(page.text()).toContain('It is for ines@initech.test, and you are signed in as bob@acme.test.')
  expect(page.get('button').text()).toBe('Sign out and go on')
})

test('says why a link is worth nothing', async () => {
  const error = 'This link has expired.'
  const { page } = await open({}, { 'POST /api/invitations': { status: 422, code: 'E_LINK_EXPIRED', error } })
  expect(page.get('[role=alert]').text()).toBe(error)
  expect(sessionStorage.getItem('gantry-invitation')).toBe(null)
})
