import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import {
  assertNoComplaints,
  closeBrowser,
  expected,
  newcomer,
  newPassword,
  openBrowser,
  person,
  picture,
  signIn,
} from './browser.mjs'

before(openBrowser)
after(closeBrowser)

test('who guesses has to wait, and the owner does not', async () => {
  const [owner, guesser] = [await person(), await person()]
  const email = await newcomer(owner, 'Gwen')
  const { page } = guesser
  const button = page.getByRole('button', { name: 'Sign in', exact: true })
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  for (let time = 0; time < 8; time += 1) {
    await page.getByLabel('Password', { exact: true }).fill(`guess number ${time}`)
    await button.click()
    await page.getByText('The e-mail address or the password is wrong.').waitFor()
  }
  await page.getByRole('timer').waitFor()
  await picture(page, 'login-wait')
  assert.equal(await button.isDisabled(), true)

  await owner.context.clearCookies({ name: /gantry_session|XSRF-TOKEN/ })
  await signIn(owner, email, newPassword)
  await button.and(page.locator(':enabled')).waitFor()
  await page.getByLabel('Password', { exact: true }).fill(newPassword)
  await button.click()
  await page.waitForURL('**/dashboard**')

  expected(guesser, /401/)
  for (const visitor of [owner, guesser]) {
    assertNoComplaints(visitor)
    await visitor.close()
  }
})

/** What an authenticator app shows for a secret, so many steps from now. */
function codeOf(secret, steps = 0) {
  const bits = [...secret.replaceAll(' ', '')].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      .map((byte) => Number.parseInt(byte, 2)),
  )
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(step).digest()
  const number = mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** The address itself: `next` of a page on the way ends the same. */
const arrivedAt = (page, path) => page.waitForURL(({ pathname }) => pathname === path)

/** The password alone: where a second step follows. */
async function firstStep({ page, context }, email) {
  // A page that is still at work would notice, and lead away by itself.
  await page.goto('about:blank')
  await context.clearCookies({ name: /gantry_session|XSRF-TOKEN/ })
  await page.goto('/login?next=/dashboard/settings/security')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(newPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { name: 'One more step' }).waitFor()
}

test('somebody sets two-factor up, signs in by code and by recovery code, and switches it off', async () => {
  const visitor = await person()
  const { page } = visitor
  const email = await newcomer(visitor, 'Tove')
  await page.goto('/dashboard/settings/security')
  await page.getByRole('button', { name: 'Set up two-factor' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('img', { name: 'Picture for your authenticator app' }).waitFor()
  await picture(page, 'two-factor-setup')
  const secret = await dialog.locator('.font-mono').innerText()
  await dialog.getByLabel('Code from the app').fill('000000')
  await dialog.getByRole('button', { name: 'Switch on' }).click()
  await dialog.getByText('This code is not right').waitFor()
  await dialog.getByLabel('Code from the app').fill(codeOf(secret, -1))
  await dialog.getByRole('button', { name: 'Switch on' }).click()
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  const recoveryCodes = await dialog.getByRole('listitem').allInnerTexts()
  assert.equal(recoveryCodes.length, 10)
  await picture(page, 'two-factor-recovery-codes')
  const saved = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Download' }).click()
  assert.equal((await saved).suggestedFilename(), 'recovery-codes.txt')
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('10 of 10 recovery codes are left.').waitFor()
  await picture(page, 'two-factor-on')

  await firstStep(visitor, email)
  await picture(page, 'second-step')
  await page.getByLabel('Code').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await arrivedAt(page, '/dashboard/settings/security')

  await firstStep(visitor, email)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(recoveryCodes[0])
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('9 of 10 recovery codes are left.').waitFor()

  await page.getByRole('button', { name: 'Switch two-factor off' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click()
  await page.getByText('Two-factor is off').waitFor()
  await page.getByRole('button', { name: 'Set up two-factor' }).waitFor()
  expected(visitor, /422/)
  assertNoComplaints(visitor)
  await visitor.close()
})

/** Gives the browser a device that makes passkeys and always recognises its owner. */
async function withDevice({ context, page }) {
  const protocol = await context.newCDPSession(page)
  await protocol.send('WebAuthn.enable')
  const { authenticatorId } = await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const isOwner = (isUserVerified) =>
    protocol.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return { isOwner }
}

test('somebody adds a passkey, signs in with it alone, renames it and removes it', async () => {
  const visitor = await person()
  const { page } = visitor
  await newcomer(visitor, 'Petra')
  const device = await withDevice(visitor)
  await page.goto('/dashboard/settings/security')
  await page.getByText('You have none yet.').waitFor()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Laptop')
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Passkey added').waitFor()
  await page.getByText('Not used yet').waitFor()
  await picture(page, 'passkeys')

  await visitor.context.clearCookies()
  await page.goto('/login')
  await device.isOwner(false)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('No passkey was used').waitFor()
  await device.isOwner(true)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL('**/dashboard**')

  await page.goto('/dashboard/settings/security')
  await page.getByText('Last used').waitFor()
  await page.getByRole('button', { name: 'Rename Laptop' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Old laptop')
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
  await page.getByText('Passkey renamed').waitFor()
  await page.getByRole('button', { name: 'Remove Old laptop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByText('Old laptop removed').waitFor()
  await page.getByText('You have none yet.').waitFor()

  await visitor.context.clearCookies()
  await page.goto('/login')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('This passkey did not prove who you are.').waitFor()
  expected(visitor, /401/)
  assertNoComplaints(visitor)
  await visitor.close()
})

test('who has no second factor is led to one by an organization that requires it, and back', async () => {
  const owner = await person()
  const { page } = owner
  const email = await newcomer(owner, 'Rosa')
  await withDevice(owner)
  await page.goto('/dashboard/settings/organization')
  const required = page.getByRole('switch', { name: 'Every member needs a second factor' })
  await required.click()
  await page.getByRole('button', { name: 'Require it' }).click()
  await page.getByText('Set up two-factor for your own account first').waitFor()
  await picture(page, 'two-factor-required-refused')
  expected(owner, /409/)
  await page.goto('/dashboard/settings/security')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Laptop')
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Passkey added').waitFor()
  await page.goto('/dashboard/settings/organization')
  await required.click()
  await page.getByRole('button', { name: 'Require it' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.equal(await required.isChecked(), true)
  await picture(page, 'two-factor-required')

  const comeByPassword = async (next) => {
    await owner.context.clearCookies({ name: /gantry_session|XSRF-TOKEN/ })
    await signIn(owner, email, newPassword)
    await page.waitForURL('**/dashboard/settings/security?next=/dashboard')
    await page.goto(next)
    await page.getByText('Rosa is for members with a second factor').waitFor()
  }
  await comeByPassword('/dashboard/settings/members')
  await picture(page, 'two-factor-needed')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await arrivedAt(page, '/dashboard/settings/members')
  await page.getByRole('heading', { name: 'Members', exact: true }).waitFor()

  await comeByPassword('/dashboard/billing')
  await page.getByRole('button', { name: 'Set up two-factor' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('img', { name: 'Picture for your authenticator app' }).waitFor()
  const secret = await dialog.locator('.font-mono').innerText()
  await dialog.getByLabel('Code from the app').fill(codeOf(secret))
  await dialog.getByRole('button', { name: 'Switch on' }).click()
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await arrivedAt(page, '/dashboard/billing')
  await page.getByRole('heading', { name: 'Billing', exact: true }).waitFor()
  assertNoComplaints(owner)
  await owner.close()
})
