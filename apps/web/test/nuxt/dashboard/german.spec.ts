import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, beforeAll, expect, test } from 'vitest'
import Coupons from '~/components/billing/Coupons.vue'
import Current from '~/components/billing/Current.vue'
import PageForm from '~/components/editing/PageForm.vue'
import PostForm from '~/components/editing/PostForm.vue'
import billing from '../../../i18n/locales/de/billing.json'
import editing from '../../../i18n/locales/de/editing.json'
import shared from '../../../i18n/locales/de/shared.json'
import { alice, plans } from '../../peer/world'
import { answer, blockTypes, entry, pageEntry, settle, subscription } from './answers'

const editor = {
  'GET /api/auth/me': { ...alice, permissions: ['content.read', 'content.write', 'content.publish'] },
}

beforeAll(() => {
  const { $i18n } = useNuxtApp()
  $i18n.setLocaleMessage('de', { billing, editing, shared })
  useLanguage().value = 'de'
})
afterEach(() => (document.body.innerHTML = ''))

test('says when a trial ends and what it costs then, with date and amount as Germans write them', async () => {
  answer({})
  const trialEndsAt = '2036-12-01T00:00:00.000Z'
  const page = await mountSuspended(Current, {
    props: {
      subscription: { ...subscription, trialEndsAt },
      plan: plans.find(({ code }) => code === 'pro_monthly'),
    },
  })
  await settle()
  expect(page.text()).toContain('Testphase bis 1. Dezember 2036')
  expect(page.text()).toContain('Ihre Testphase endet am 1. Dezember 2036. Danach werden 29\u00A0€ im Monat')
  expect(page.text()).toContain('Abonnement kündigen')
})

test.each([
  [1, '12,5 % Nachlass auf jede Rechnung, auf eine weitere Rechnung'],
  [3, '12,5 % Nachlass auf jede Rechnung, auf 3 weitere Rechnungen'],
])('counts %s more invoices', async (invoicesLeft, words) => {
  const coupon = { id: 'coupon', name: 'Rabatt', percentageRate: 12.5, frequency: 'recurring' }
  answer({ 'GET /api/billing/coupons': [{ ...coupon, remainingCents: null, invoicesLeft }] })
  const page = await mountSuspended(Coupons)
  await settle()
  expect(page.text()).toContain(words)
})

test('speaks of an article as one, and says when it will be published', async () => {
  answer(editor)
  const schedule = { publishAt: '2026-12-24T08:00:00.000Z', failure: null }
  const form = await mountSuspended(PostForm, {
    props: { entry: { ...entry, isPublished: false, hasDraft: true, schedule } },
  })
  await settle()
  expect(form.text()).toMatch(/Wird am 24\. Dezember 2026 um .+ veröffentlicht\.\s+Planung aufheben/)
  const labels = form.findAll('button').map((button) => button.text())
  expect(labels).toEqual(expect.arrayContaining(['Artikel löschen', 'Artikel veröffentlichen']))
})

test('names the fields of blocks, and leaves to the gateway what it does not know', async () => {
  const [text] = blockTypes.types
  const line = { ...text!.fields[0]!, name: 'pitch', label: 'Pitch', help: null }
  answer({
    ...editor,
    'GET /api/cms/block-types': { ...blockTypes, types: [{ ...text, fields: [...text!.fields, line] }] },
  })
  const form = await mountSuspended(PageForm, { props: { entry: pageEntry } })
  await settle()
  await form.get('[data-key] [aria-expanded]').trigger('click')
  const labels = form.findAll('[data-key] label').map((label) => label.text())
  expect(labels).toEqual(['Titel', 'Text', 'Pitch'])
  expect(form.text()).toContain('Unbekannter Block')
  expect(form.find('[aria-label="Text nach unten"]').exists()).toBe(true)
})
