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
import { linkOf, mailAbout } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

/** Opens the link of a mail as a mail program does, in a page of its own. */
async function follow(visitor, mail, path) {
  await visitor.page.goto('about:blank')
  await visitor.page.goto(linkOf(mail, path))
}

test('someone who has forgotten the password chooses a new one', async () => {
  const owner = await person()
  const email = await newcomer(owner, 'Fergus')
  const visitor = await person()
  const { page } = visitor
  await page.goto('/login')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('a mail is on its way').waitFor()
  const mail = await mailAbout('Choose a new password', email)

  await follow(visitor, mail, '/reset-password')
  await page.getByLabel('New password').fill('amber-lighthouse-31')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Your password has been changed').waitFor()
  await mailAbout('Your password was changed', email)
  await owner.page.goto('/dashboard')
  await owner.page.waitForURL('**/login**')
  await signIn(visitor, email, 'amber-lighthouse-31')

  await follow(visitor, mail, '/reset-password')
  await page.getByLabel('New password').fill('amber-lighthouse-32')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('This link has been used already.').waitFor()
  await picture(page, 'mail-link-used')
  expected(visitor, /status of 422/)
  assertNoComplaints(visitor)
  assertNoComplaints(owner)
  await visitor.close()
  await owner.close()
})

test('a mailed link signs in once, in the browser that asked for it', async () => {
  const elsewhere = await person()
  const email = await newcomer(elsewhere, 'Hedda')
  const visitor = await person()
  const { page } = visitor
  await page.goto('/magic-link')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByText('a mail is on its way').waitFor()
  const mail = await mailAbout('Sign in to Gantry', email)

  await follow(elsewhere, mail, '/magic-link')
  await elsewhere.page.getByRole('button', { name: 'Sign in' }).click()
  await elsewhere.page.getByText('only in the browser in which you asked for it').waitFor()
  await elsewhere.page.getByRole('button', { name: 'Send me a link' }).waitFor()
  await picture(elsewhere.page, 'mail-link-elsewhere')
  expected(elsewhere, /status of 422/)

  await follow(visitor, mail, '/magic-link')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/dashboard**')
  await follow(visitor, mail, '/magic-link')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('This link has been used already.').waitFor()
  expected(visitor, /status of 422/)
  assertNoComplaints(visitor)
  assertNoComplaints(elsewhere)
  await visitor.close()
  await elsewhere.close()
})

test('an address is changed by its own mail, and taken back by the former one', async () => {
  const owner = await person()
  const { page } = owner
  const [former, fresh] = [await newcomer(owner, 'Greta'), `greta.new.${Date.now()}@initech.test`]
  await page.goto('/dashboard/settings')
  await page.getByLabel('New address').fill(fresh)
  await page.getByRole('button', { name: 'Change e-mail' }).click()
  await page.getByText('Follow the link that we have sent').waitFor()
  await picture(page, 'mail-change-asked')
  await mailAbout('Your e-mail address is about to change', former)

  const visitor = await person()
  await follow(visitor, await mailAbout('Confirm your new e-mail address', fresh), '/change-email')
  await visitor.page.getByRole('button', { name: 'Use this address' }).click()
  await visitor.page.getByText(`now uses ${fresh}`).waitFor()
  await page.reload()
  assert.equal(await page.getByLabel('Present address').inputValue(), fresh)

  await follow(visitor, await mailAbout('Your e-mail address was changed', former), '/undo-email')
  await visitor.page.getByRole('button', { name: 'Undo the change' }).click()
  await visitor.page.getByText(`uses ${former} again`).waitFor()
  await page.goto('/dashboard')
  await page.waitForURL('**/login**')
  await signIn(visitor, former, newPassword)
  assertNoComplaints(visitor)
  assertNoComplaints(owner)
  await visitor.close()
  await owner.close()
})
