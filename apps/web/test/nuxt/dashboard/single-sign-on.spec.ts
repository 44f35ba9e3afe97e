import { mountSuspended } from '@nuxt/test-utils/runtime'
import { expect, test } from 'vitest'
import type { SingleSignOn } from '~/api/contract'
import Page from '~/pages/dashboard/settings/single-sign-on.vue'
import { answer, settle, type Refusal } from './answers'

const record = { name: '_gantry.acme.test', value: 'gantry-verification=1' }
const standing: SingleSignOn = {
  callbackUrl: 'http://gantry.test/api/auth/single-sign-on/acme/callback',
  roles: ['member', 'viewer'],
  provider: null,
  domains: [{ id: 'domain', name: 'acme.test', record, verifiedAt: null }],
}
const provider = { issuer: 'https://id.acme.test', clientId: 'gantry', role: 'member', isRequired: false }

async function open(answers: Record<string, unknown> = {}, refusals: Record<string, Refusal> = {}) {
  const sent = answer({ 'GET /api/single-sign-on': standing, ...answers }, refusals)
  const page = await mountSuspended(Page)
  await settle()
  return { page, sent }
}

test('shows the record that proves a domain, and says why it is not verified', async () => {
  const { page } = await open(
    {},
    {
      'POST /api/single-sign-on/domains/domain/verification': {
        status: 422,
        code: 'E_VALIDATION_ERROR',
        error: 'Please check the form.',
        details: { domain: 'The record is not there yet.' },
      },
    },
  )
  expect(page.text()).toContain(record.name)
  expect(page.text()).toContain(record.value)
  await page.get('[aria-label="Verify acme.test"]').trigger('click')
  await settle()
  expect(page.get('[role=alert]').text()).toBe('The record is not there yet.')
})

test('saves a provider, and forgets the secret that was typed', async () => {
  const saved = { ...standing, provider: { ...provider, provenAt: null } }
  const { page, sent } = await open({ 'PUT /api/single-sign-on': saved })
  await page.get('[name=issuer]').setValue(provider.issuer)
  await page.get('[name=clientId]').setValue(provider.clientId)
  await page.get('[name=clientSecret]').setValue('a secret')
  await page.findAll('form')[1]!.trigger('submit')
  await settle()
  expect(sent).toEqual([{ call: 'PUT /api/single-sign-on', body: { ...provider, clientSecret: 'a secret' } }])
  expect(page.get<HTMLInputElement>('[name=clientSecret]').element.value).toBe('')
  expect(page.text()).toContain('Nobody has signed in with it yet.')
})

test('keeps what was typed beside a refusal', async () => {
  const { page } = await open(
    {},
    {
      'PUT /api/single-sign-on': {
        status: 422,
        code: 'E_VALIDATION_ERROR',
        error: 'Please check the form.',
        details: { issuer: 'No OpenID Connect provider answers for this issuer.' },
      },
    },
  )
  await page.get('[name=issuer]').setValue('https://nowhere.test')
  await page.findAll('form')[1]!.trigger('submit')
  await settle()
  expect(page.text()).toContain('No OpenID Connect provider answers for this issuer.')
  expect(page.get<HTMLInputElement>('[name=issuer]').element.value).toBe('https://nowhere.test')
})
