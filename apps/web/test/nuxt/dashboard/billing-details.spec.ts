import { mountSuspended } from '@nuxt/test-utils/runtime'
import { expect, test } from 'vitest'
import type { BillingDetails } from '~/api/contract'
import Page from '~/pages/dashboard/billing/details.vue'
import { answer, settle, type Refusal } from './answers'

const path = '/api/billing/details'
const details: BillingDetails = {
  legalName: 'Acme GmbH',
  addressLine1: 'Torstraße 1',
  addressLine2: null,
  city: 'Berlin',
  postalCode: '10119',
  state: null,
  country: 'DE',
  taxNumber: 'DE136695976',
  currency: 'EUR',
  currencyIsFinal: true,
  currencies: ['EUR', 'USD'],
  vat: { code: 'vat_de', name: 'VAT Germany', rate: 19, description: 'Standard rate of Germany' },
  countries: ['DE', 'FR'],
}

async function open(
  shown: Partial<BillingDetails> = {},
  change: unknown = details,
  refusals: Record<string, Refusal> = {},
) {
  const sent = answer({ [`GET ${path}`]: { ...details, ...shown }, [`PUT ${path}`]: change }, refusals)
  const page = await mountSuspended(Page, { route: '/dashboard/billing/details' })
  await settle()
  return { page, sent }
}

test('shows what invoices say, and the tax on them', async () => {
  const { page } = await open()
  expect(page.get<HTMLInputElement>('input[autocomplete="organization"]').element.value).toBe('Acme GmbH')
  expect(page.text()).toContain('Germany')
  expect(page.text()).toContain('VAT Germany: 19 %')
  expect(page.text()).toContain('EUR')
})

test('says why there is no VAT', async () => {
  const vat = { code: 'vat_reverse_charge', name: 'VAT, reverse charge', rate: 0, description: 'Article 196' }
  const { page } = await open({ vat })
  expect(page.text()).toContain('VAT, reverse charge: 0 %')
  expect(page.text()).toContain('Article 196')
})

test('sends the whole form', async () => {
  const { page, sent } = await open()
  await page.get('input[autocomplete="organization"]').setValue('Acme AG')
  await page.get('form').trigger('submit')
  await settle()
  const { currency: _, currencyIsFinal: __, currencies: ___, vat: ____, countries: _____, ...body } = details
  expect(sent).toEqual([{ call: `PUT ${path}`, body: { ...body, legalName: 'Acme AG' } }])
})

test('offers the currencies of the price list until one is settled', async () => {
  const refusal = {
    status: 422,
    code: 'E_VALIDATION_ERROR',
    error: 'No.',
    details: { currency: 'Settled by now.' },
  }
  const { page, sent } = await open({ currencyIsFinal: false, currency: 'USD' }, details, {
    [`PUT ${path}`]: refusal,
  })
  expect(page.text()).toContain('US Dollar (USD)')
  await page.get('form').trigger('submit')
  await settle()
  expect(sent[0]!.body).toMatchObject({ currency: 'USD' })
  expect(page.text()).toContain('Settled by now.')

  const { page: settled } = await open()
  expect(settled.text()).toContain('Euro (EUR)')
  expect(settled.text()).toContain('the same for all that follow')
})

test('begins empty', async () => {
  const nothing = { legalName: null, addressLine1: null, city: null, postalCode: null, country: null }
  const { page } = await open({ ...nothing, taxNumber: null, vat: null })
  expect(page.text()).toContain('Please choose')
  expect(page.text()).toContain('As the seller has set it up')
})

test.each([
  [
    'a wrong number',
    {
      status: 422,
      code: 'E_VALIDATION_ERROR',
      error: 'Please check.',
      details: { taxNumber: 'Not a VAT number.' },
    },
    'Not a VAT number.',
  ],
  [
    'an outage',
    { status: 503, code: 'E_BILLING_UNAVAILABLE', error: 'Billing is away.' },
    'Billing is away.',
  ],
] as [string, Refusal, string][])('says so of %s, and keeps what was typed', async (_, refusal, words) => {
  const { page } = await open({}, details, { [`PUT ${path}`]: refusal })
  await page.get('input[autocomplete="organization"]').setValue('Acme AG')
  await page.get('form').trigger('submit')
  await settle()
  expect(page.text()).toContain(words)
  expect(page.get<HTMLInputElement>('input[autocomplete="organization"]').element.value).toBe('Acme AG')
})

test('says that the details could not be read', async () => {
  answer({}, { [`GET ${path}`]: { status: 503, code: 'E_UNAVAILABLE', error: 'Billing is away.' } })
  const page = await mountSuspended(Page, { route: '/dashboard/billing/details' })
  await settle()
  expect(page.text()).toContain('Billing is away.')
})
