import assert from 'node:assert/strict'
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
import { ace, mailAbout } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

async function askForDeletion({ page }, email) {
  await page.goto('/dashboard/settings/data')
  await page.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = page.getByRole('dialog')
  const action = dialog.getByRole('button', { name: 'Delete my account' })
  assert.equal(await action.isDisabled(), true)
  await dialog.getByLabel(`Type ${email} to go on`).fill(email)
  await action.click()
}

const leaving = (page) => page.getByRole('complementary', { name: 'The end of your account' })

test('somebody deletes their account, keeps it after all, and then really leaves', async () => {
  const visitor = await person()
  const { page } = visitor
  const email = await newcomer(visitor, 'Gudrun')
  await askForDeletion(visitor, email)
  await leaving(page).waitFor()
  await picture(page, 'deletion-asked')
  assert.match((await mailAbout('Your account will be deleted', email)).text, /Keep my account/)

  await visitor.context.clearCookies()
  await signIn(visitor, email, newPassword)
  await leaving(page).getByRole('button', { name: 'Keep my account' }).click()
  await page.getByText('Your account stays').waitFor()
  await leaving(page).waitFor({ state: 'detached' })
  await assert.rejects(ace('accounts:erase', email))

  await askForDeletion(visitor, email)
  await leaving(page).waitFor()
  await ace('accounts:erase', email)
  await mailAbout('Your account has been deleted', email)
  await page.goto('/dashboard')
  await page.waitForURL('**/login**')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(newPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('The e-mail address or the password is wrong.').waitFor()
  // The first request without a session carries a token of none; it is sent again with a new one.
  expected(visitor, /status of (?:401|403)/)
  assertNoComplaints(visitor)
  await visitor.close()
})

test('an only owner whom others depend on is told whom to think of first', async () => {
  const visitor = await person()
  const { page } = visitor
  await signIn(visitor, 'alice@acme.test')
  await askForDeletion(visitor, 'alice@acme.test')
  await page.getByRole('dialog').getByText('You are the only owner of Acme').waitFor()
  await picture(page, 'deletion-refused')
  expected(visitor, /status of 409/)
  assertNoComplaints(visitor)
  await visitor.close()
})
