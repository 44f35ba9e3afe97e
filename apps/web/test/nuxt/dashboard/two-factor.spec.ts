import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, expect, test } from 'vitest'
import TwoFactor from '~/components/settings/TwoFactor.vue'
import { answer, settle, type Refusal } from './answers'

const secret = { secret: 'JBSWY3DPEHPK3PXP', address: 'otpauth://totp/Gantry:alice?secret=JBSWY3DPEHPK3PXP' }
const recoveryCodes = Array.from({ length: 10 }, (_, index) => `aaaa-bbbb-cccc-dd${index}d`)

afterEach(() => (document.body.innerHTML = ''))

const dialog = () => document.querySelector<HTMLElement>('[role=dialog]')!
const press = async (name: string) => {
  const button = [...document.querySelectorAll('button')].find(
    (one) => one.textContent?.trim() === name || one.getAttribute('aria-label') === name,
  )
  button!.click()
  await settle()
}

async function open(answers: Record<string, unknown>, refusals: Record<string, Refusal> = {}) {
  const sent = answer(answers, refusals)
  await mountSuspended(TwoFactor, { attachTo: document.body })
  await settle()
  return sent
}

async function enterCode() {
  const input = dialog().querySelector<HTMLInputElement>('[name=code]')!
  input.value = '123456'
  input.dispatchEvent(new Event('input'))
  await settle()
  dialog()
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
}

const off = { 'POST /api/auth/two-factor/secret': secret, 'POST /api/auth/two-factor': { recoveryCodes } }

test('is set up with a picture and a code, and shows the recovery codes', async () => {
  const sent = await open(off)
  await press('Set up two-factor')
  expect(dialog().querySelector('svg[role=img] path:last-child')?.getAttribute('d')).toMatch(/^M/)
  expect(dialog().textContent).toContain('JBSW Y3DP EHPK 3PXP')
  await enterCode()

  expect(sent.at(-1)).toEqual({ call: 'POST /api/auth/two-factor', body: { code: '123456' } })
  for (const code of recoveryCodes) expect(document.body.textContent).toContain(code)
})

test('says beside the field that a code is wrong, and keeps the picture', async () => {
  await open(off, {
    'POST /api/auth/two-factor': {
      status: 422,
      code: 'E_VALIDATION_ERROR',
      error: 'Some fields are not valid.',
      details: { code: 'This code is not right.' },
    },
  })
  await press('Set up two-factor')
  await enterCode()

  expect(dialog().textContent).toContain('This code is not right.')
  expect(dialog().querySelector('svg[role=img]')).not.toBeNull()
})

test('tells how many recovery codes are left, and asks before it is switched off', async () => {
  const on = { enabledAt: '2026-11-01T08:30:00.000Z', recoveryCodesLeft: 2 }
  const sent = await open({ 'GET /api/auth/two-factor': on, 'DELETE /api/auth/two-factor': null })
  expect(document.body.textContent).toContain('2 of 10 recovery codes are left.')
  await press('Switch two-factor off')
  expect(sent).toEqual([])
  expect(dialog().textContent).toContain('Your password alone will be enough')
})
