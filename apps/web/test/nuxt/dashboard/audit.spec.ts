import { mountSuspended } from '@nuxt/test-utils/runtime'
import { expect, test, vi } from 'vitest'
import type { LedgerEntry } from '~/api/contract'
import Activity from '~/components/settings/Activity.vue'
import Audit from '~/pages/dashboard/settings/audit.vue'
import { alice } from '../../peer/world'
import { answer, settle } from './answers'

const entry: LedgerEntry = {
  id: 'one',
  at: '2026-11-20T08:00:00.000Z',
  action: 'domain.added',
  sentence: 'Ada Adeyemi added the domain acme.test.',
  actor: { id: 'ada', name: 'Ada Adeyemi', key: null },
  ip: '192.0.2.7',
  device: 'Firefox 140 on Linux',
}
const owner = { ...alice, permissions: [...alice.permissions, 'audit.read', 'audit.export'] }
const choices = { actions: ['domain.added'], people: [{ id: 'ada', fullName: 'Ada Adeyemi' }] }

async function open(events: LedgerEntry[], route = '/dashboard/settings/audit') {
  answer({ 'GET /api/auth/me': owner, 'GET /api/audit': events, 'GET /api/audit/choices': choices })
  const page = await mountSuspended(Audit, { route })
  await settle()
  return page
}

test('tells what happened, when and from where', async () => {
  const page = await open([entry])
  expect(page.text()).toContain(entry.sentence)
  expect(page.text()).toContain('20 November 2026')
  expect(page.text()).toContain('Firefox 140 on Linux, 192.0.2.7')
  expect(page.text()).toContain('Domain: added')
})

test('names the key that a program came with', async () => {
  const page = await open([{ ...entry, actor: { ...entry.actor, key: 'Deploy' } }])
  expect(page.text()).toContain('by key Deploy')
  expect((await open([entry])).text()).not.toContain('by key')
})

test('keeps the filter in the address, also of the file', async () => {
  const page = await open([entry], '/dashboard/settings/audit?from=2026-11-01&person=ada')
  expect(page.get<HTMLInputElement>('[name=from]').element.value).toBe('2026-11-01')
  expect(page.get<HTMLSelectElement>('[aria-label=Person]').element.value).toBe('ada')
  expect(page.get('a[href^="/api/audit.csv"]').attributes('href')).toBe(
    '/api/audit.csv?person=ada&from=2026-11-01',
  )
  await page.get('[aria-label=Action]').setValue('domain.added')
  await vi.waitFor(() =>
    expect(useRoute().query).toEqual({ from: '2026-11-01', person: 'ada', action: 'domain.added' }),
  )
})

test('says that the filter matches nothing', async () => {
  const page = await open([], '/dashboard/settings/audit?action=domain.added')
  expect(page.text()).toContain('Nothing matches')
})

test('goes back to older events and forward again', async () => {
  answer({})
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    const older = address.includes('cursor=')
    const data = [{ ...entry, id: older ? 'two' : 'one', sentence: older ? 'Older.' : 'Newer.' }]
    return new Response(JSON.stringify({ success: true, data, meta: { next: older ? null : 'one' } }))
  })
  const page = await mountSuspended(Activity)
  await settle()
  const press = async (label: string) => {
    await page
      .findAll('button')
      .find((button) => button.text() === label)!
      .trigger('click')
    await settle()
  }
  expect(page.text()).toContain('Newer.')
  await press('Older')
  expect(page.text()).toContain('Older.')
  expect(asked.at(-1)).toContain('cursor=one')
  await press('Newer')
  expect(page.text()).toContain('Newer.')
})
