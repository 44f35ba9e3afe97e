import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertNoComplaints,
  closeBrowser,
  expected,
  openBrowser,
  person,
  picture,
  signIn,
} from './browser.mjs'

before(openBrowser)
after(closeBrowser)

const password = 'violet-harbour-72'

/** Registers somebody of their own, so that no other test meets what happens to them. */
async function newcomer(visitor, name) {
  const { page } = visitor
  const email = `${name.toLowerCase()}.${Date.now()}@initech.test`
  await page.goto('/register')
  await page.getByLabel('Full name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/dashboard**')
  return email
}

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

  await owner.context.clearCookies({ name: 'gantry_session' })
  await signIn(owner, email, password)
  await button.and(page.locator(':enabled')).waitFor()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await button.click()
  await page.waitForURL('**/dashboard**')

  expected(guesser, /401/)
  for (const visitor of [owner, guesser]) {
    assertNoComplaints(visitor)
    await visitor.close()
  }
})
