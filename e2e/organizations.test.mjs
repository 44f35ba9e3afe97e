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
import { eventually, linkOf, mailsTo, password } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

const addressOf = (name) => `${name.toLowerCase()}.${Date.now()}@initech.test`

const confirmationOf = (email) =>
  eventually('the mail with the confirmation', async () =>
    (await mailsTo(email)).find(({ text }) => text.includes('/verify-email#')),
  )

/** Registers somebody with an organization of their own and a confirmed address. */
async function founder(visitor, name) {
  const { page } = visitor
  const email = await newcomer(visitor, name)
  await page.goto(linkOf(await confirmationOf(email), '/verify-email'))
  await page.getByRole('button', { name: 'Confirm my address' }).click()
  await page.getByText('Your address is confirmed').waitFor()
  return email
}

async function invite({ page }, email) {
  await page.goto('/dashboard/settings/members')
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await page.getByText('Invitation on its way').waitFor()
  const mail = await eventually('the invitation', async () =>
    (await mailsTo(email)).find(({ text }) => text.includes('/invitations#')),
  )
  return linkOf(mail, '/invitations')
}

async function open({ page }, link) {
  await page.goto('about:blank')
  await page.goto(link)
}

const switcher = (page) => page.getByRole('complementary').getByRole('button', { name: /^Organization:/ })

test('an owner opens a second organization and works in one at a time, by keyboard', async () => {
  const owner = await person()
  const { page } = owner
  await founder(owner, 'Olga')
  await page.goto('/dashboard')
  await switcher(page).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'New organization' }).waitFor()
  await picture(page, 'organizations-switcher')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Name' }).fill('Olga’s other')
  await page.getByRole('button', { name: 'Create organization' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await switcher(page).getByText('Olga’s other').waitFor()

  await page.goto('/dashboard/settings/organization')
  await page.getByLabel('Short name').fill('acme')
  await page.getByRole('button', { name: 'Save organization' }).click()
  await page.getByText('Another organization has this short name').waitFor()
  expected(owner, /status of 422/)
  await picture(page, 'organizations-taken')
  await page.getByLabel('Short name').fill(`olga-${Date.now()}`)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Olga Labs')
  await page.getByRole('button', { name: 'Save organization' }).click()
  await page.getByText('Organization saved').waitFor()
  await switcher(page).getByText('Olga Labs').waitFor()

  await page.getByRole('button', { name: 'Delete organization' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await dialog.getByText('Please type the name exactly').waitFor()
  await picture(page, 'organizations-delete')
  await dialog.getByLabel(/^Type/).fill('Olga Labs')
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await page.waitForURL('**/dashboard')
  await switcher(page).getByText('Olga', { exact: true }).waitFor()
  assertNoComplaints(owner)
  await owner.close()
})

test('people join by invitation: new, signed out, signed in, and with the wrong account', async () => {
  const owner = await person()
  await founder(owner, 'Otto')
  const { page } = owner

  const guest = await person()
  const fresh = addressOf('Nora')
  const link = await invite(owner, fresh)
  await picture(page, 'members-invited')
  await open(guest, link)
  await guest.page.getByText('Otto invites you to').waitFor()
  await picture(guest.page, 'invitation-new')
  await guest.page.getByLabel('Full name').fill('Nora Newcomer')
  await guest.page.getByLabel('Password', { exact: true }).fill(newPassword)
  await guest.page.getByRole('button', { name: /^Create account and join/ }).click()
  await guest.page.waitForURL('**/dashboard')
  await switcher(guest.page).getByText('Otto').waitFor()
  await open(guest, link)
  await guest.page.getByText('This link has been used already.').waitFor()
  expected(guest, /status of 422/)
  await picture(guest.page, 'invitation-used')

  const visitor = await person()
  const known = await founder(visitor, 'Vera')
  const second = await invite(owner, known)
  await open(guest, second)
  await guest.page.getByText(`you are signed in as ${fresh}`).waitFor()
  await picture(guest.page, 'invitation-other')
  await guest.page.getByRole('button', { name: 'Sign out and go on' }).click()
  await guest.page.getByRole('link', { name: 'Sign in' }).click()
  await guest.page.getByLabel('E-mail').fill(known)
  await guest.page.getByLabel('Password', { exact: true }).fill(newPassword)
  await guest.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await guest.page.getByRole('button', { name: 'Join Otto' }).click()
  await guest.page.waitForURL('**/dashboard')
  await switcher(guest.page).getByText('Otto').waitFor()

  await page.goto('/dashboard/settings/members')
  await page.getByText('Vera', { exact: true }).waitFor()
  await page.getByLabel('Role of Vera').click()
  await page.getByRole('option', { name: 'viewer' }).click()
  await page.getByText('The role of Vera is changed').waitFor()
  await page.getByRole('button', { name: 'Remove Vera' }).click()
  await picture(page, 'members-remove')
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByText('Vera is removed').waitFor()
  await guest.page.goto('/dashboard')
  await switcher(guest.page).getByText('Vera').waitFor()

  for (const somebody of [owner, guest, visitor]) {
    assertNoComplaints(somebody)
    await somebody.close()
  }
})

test('a revoked invitation leads nowhere', async () => {
  const owner = await person()
  await signIn(owner, 'ada@acme.test', password)
  const { page } = owner
  const email = addressOf('Rudi')
  const link = await invite(owner, email)
  await page.getByRole('button', { name: `Send the invitation to ${email} again` }).click()
  await page.getByText('Give the mail five minutes').waitFor()
  expected(owner, /status of 409/)
  await page.getByRole('button', { name: `Revoke the invitation to ${email}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('Invitation revoked').waitFor()

  const guest = await person({ viewport: { width: 360, height: 800 }, colorScheme: 'dark' })
  await open(guest, link)
  await guest.page.getByText('This link does not work any more').waitFor()
  expected(guest, /status of 422/)
  await picture(guest.page, 'invitation-revoked')
  assertNoComplaints(owner)
  assertNoComplaints(guest)
  await owner.close()
  await guest.close()
})
