import { mountSuspended } from '@nuxt/test-utils/runtime'
import { expect, test, vi } from 'vitest'
import Profile from '~/pages/dashboard/settings/index.vue'
import Security from '~/pages/dashboard/settings/security.vue'
import { alice, providers } from '../../peer/world'
import { answer, settle, type Refusal } from './answers'

async function change(refusals: Record<string, Refusal> = {}) {
  const sent = answer({ 'POST /api/auth/change-password': null }, refusals)
  const page = await mountSuspended(Security)
  await settle()
  await page.get('[name=currentPassword]').setValue('gantry-demo-2026')
  await page.get('[name=password]').setValue('a much better one')
  await page.findAll('form').at(-1)!.trigger('submit')
  await settle()
  return { page, sent }
}

test('changes the password and forgets what was typed', async () => {
  const { page, sent } = await change()
  expect(sent).toEqual([
    {
      call: 'POST /api/auth/change-password',
      body: { currentPassword: 'gantry-demo-2026', password: 'a much better one' },
    },
  ])
  expect(useNotices().notices.at(-1)?.title).toBe('Password changed')
  expect(page.get<HTMLInputElement>('[name=password]').element.value).toBe('')
})

test('puts a refusal beside its field and keeps what was typed', async () => {
  const { page } = await change({
    'POST /api/auth/change-password': {
      status: 422,
      code: 'E_VALIDATION_ERROR',
      error: 'Please check the form.',
      details: { currentPassword: 'This is not your current password.' },
    },
  })
  expect(page.text()).toContain('This is not your current password.')
  expect(page.get('[name=currentPassword]').attributes('aria-invalid')).toBe('true')
  expect(page.get<HTMLInputElement>('[name=password]').element.value).toBe('a much better one')
})

test('says how good a new password is while it is typed', async () => {
  answer({})
  const page = await mountSuspended(Security)
  await settle()
  const said = async (password: string) => {
    await page.get('[name=password]').setValue(password)
    await vi.waitFor(() => expect(page.get('form [role=status]').text()).not.toBe(''))
    await settle()
    return page.get('form [role=status]').text()
  }
  expect(page.get('form [role=status]').text()).toBe('')
  expect(await said('short')).toBe('Please use at least 10 characters.')
  expect(await said('Summer2031!')).toContain('too common')
  expect(await said('alice@acme1')).toContain('your own name or address')
  expect(await said('amber-lamp-7')).toContain('Good enough')
  expect(await said('amber-lighthouse-31')).toBe('Strong.')
})

test('saves the name', async () => {
  const sent = answer({ 'PATCH /api/user/me': null })
  const page = await mountSuspended(Profile)
  await settle()
  await page.get('[name=fullName]').setValue('Alice Archer-Lee')
  await page.get('form').trigger('submit')
  await settle()
  expect(sent).toEqual([{ call: 'PATCH /api/user/me', body: { fullName: 'Alice Archer-Lee' } }])
})

test('a person without a password sets one', async () => {
  const me = { ...alice, hasPassword: false }
  const sent = answer({ 'GET /api/auth/me': me, 'POST /api/auth/password': me })
  const page = await mountSuspended(Security)
  await settle()
  expect(page.find('[name=currentPassword]').exists()).toBe(false)
  await page.get('[name=password]').setValue('a much better one')
  await page.get('form').trigger('submit')
  await settle()
  expect(sent).toEqual([{ call: 'POST /api/auth/password', body: { password: 'a much better one' } }])
})

test('shows what is connected and what could be', async () => {
  const identity = { id: 'one', provider: 'github', label: 'GitHub', email: 'alice@hub.test' }
  answer({ 'GET /api/auth/providers': providers, 'GET /api/auth/identities': [identity] })
  const page = await mountSuspended(Security)
  await settle()
  expect(page.find('[aria-label="Disconnect GitHub"]').exists()).toBe(true)
  expect(page.find('[aria-label="Connect Google"]').exists()).toBe(true)
  expect(page.text()).toContain('alice@hub.test')
})
