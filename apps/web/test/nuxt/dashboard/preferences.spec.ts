import { mountSuspended } from '@nuxt/test-utils/runtime'
import { expect, test, vi } from 'vitest'
import type { Preferences as Chosen } from '~/api/contract'
import Preferences from '~/pages/dashboard/settings/preferences.vue'
import { answer, settle } from './answers'

const chosen: Chosen = { theme: 'system', timeZone: 'UTC', language: null, mails: { data_ready: true } }

async function open(now = chosen) {
  const sent = answer({ 'GET /api/preferences': chosen, 'PUT /api/preferences': now })
  const page = await mountSuspended(Preferences)
  await settle()
  return { page, sent }
}

test('saves the theme, and shows times in the chosen zone', async () => {
  const { page, sent } = await open({ ...chosen, theme: 'dark', timeZone: 'Asia/Tokyo' })
  await page.get('[role=radio][value=dark]').trigger('click')
  await page.findAll('form')[0]!.trigger('submit')
  await settle()
  expect(sent).toEqual([{ call: 'PUT /api/preferences', body: { theme: 'dark', timeZone: 'UTC' } }])
  expect(formatTime('2026-11-29T20:00:00.000Z')).toBe('30 November 2026 at 05:00 GMT+9')
  expect(formatDate('2026-11-29T20:00:00.000Z')).toBe('30 November 2026')
  expect(formatDate('2026-11-29')).toBe('29 November 2026')
})

test('switches off the mails that one can do without, and no other', async () => {
  const { page, sent } = await open()
  const [ready, security] = page.findAll('[role=switch]')
  expect(security!.attributes('disabled')).toBeDefined()
  await ready!.trigger('click')
  await page.findAll('form')[2]!.trigger('submit')
  await settle()
  expect(sent).toEqual([{ call: 'PUT /api/preferences', body: { mails: { data_ready: false } } }])
})

test.each([
  ['de', 'de', 'gantry_language=de'],
  ['browser', null, ''],
])('speaks the chosen language, %s, from then on, in this browser too', async (value, language, kept) => {
  document.cookie = 'gantry_language=en; Path=/'
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {})
  const now = { ...chosen, language: 'en' as const }
  const sent = answer({ 'GET /api/preferences': now, 'PUT /api/preferences': { ...now, language } })
  const page = await mountSuspended(Preferences)
  await settle()
  await page.get(`[role=radio][value=${value}]`).trigger('click')
  await page.findAll('form')[1]!.trigger('submit')
  await settle()
  expect(sent).toEqual([{ call: 'PUT /api/preferences', body: { language } }])
  expect(/gantry_language=\w*/.exec(document.cookie)?.[0] ?? '').toBe(kept)
  expect(reload).toHaveBeenCalledOnce()
})
