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
import { eventually } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

/** Somebody of this run alone, registered by the form. */
async function register(fullName) {
  const visitor = await person()
  return { ...visitor, email: await newcomer(visitor, fullName) }
}

test('an administrator finds somebody, changes their role, disables them at once and enables them again', async () => {
  const [admin, zora] = [await person({ acceptDownloads: true }), await register('Zora Zimmermann')]
  const { page } = admin
  await signIn(admin, 'dana@gantry.test')
  await page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'Users' }).click()
  await page.getByLabel('Search users').fill(zora.email)
  await page.waitForURL(/search=/)
  await page.getByRole('row', { name: /Zora Zimmermann/ }).waitFor()
  await eventually('the one who was searched for', async () => (await page.locator('tbody tr').count()) === 1)
  const file = await page.request.get(
    await page.getByRole('link', { name: 'Download the list as CSV' }).getAttribute('href'),
  )
  assert.match(await file.text(), new RegExp(`^.*\r\n.*${zora.email}.*\r\n$`))

  await page.getByLabel('State', { exact: true }).selectOption('disabled')
  await page.getByText('Nothing matches').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Zora Zimmermann' }).click()
  await page.getByRole('heading', { level: 1, name: 'Zora Zimmermann' }).waitFor()
  await page.getByLabel('Role on the platform').click()
  await page.getByRole('option', { name: 'editor' }).click()
  await page.getByLabel('Reason').fill('Writes the blog')
  await page.getByRole('button', { name: 'Save user' }).click()
  await page.getByText('User saved').waitFor()

  await page.getByRole('button', { name: 'Disable account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('Only a test')
  await picture(page, 'admin-disabling')
  await dialog.getByRole('button', { name: 'Disable account' }).click()
  await page.getByText('Zora Zimmermann is disabled').waitFor()
  await zora.page.goto('/dashboard')
  await zora.page.waitForURL('**/login**')
  await picture(page, 'admin-user')

  await page.getByRole('button', { name: 'Enable account' }).click()
  await page.getByText('Zora Zimmermann can sign in again').waitFor()
  await signIn(zora, zora.email, newPassword)
  expected(zora, /401/)
  for (const visitor of [admin, zora]) {
    assertNoComplaints(visitor)
    await visitor.close()
  }
})

test('whoever is no administrator sees neither the link nor the page', async () => {
  const visitor = await person()
  await signIn(visitor, 'alice@acme.test')
  const { page } = visitor
  assert.equal(await page.getByRole('link', { name: 'Users' }).count(), 0)
  const response = await page.goto('/admin/users')
  assert.equal(response.status(), 403)
  expected(visitor, /403/)
  assertNoComplaints(visitor)
  await visitor.close()
})

test('somebody reads what they did, and an owner what has happened in the organization', async () => {
  const { page, ...visitor } = await register('Olga Olsen')
  await page.goto('/dashboard/settings/security')
  await page.getByText('You created your account.').waitFor()
  await page.getByText('You signed in after registering.').waitFor()
  await picture(page, 'own-events')

  await page.goto('/dashboard/settings/audit')
  await page.getByText('Olga Olsen opened the organization “Olga Olsen”.').waitFor()
  await page.getByLabel('Action').selectOption('organization.created')
  await page.waitForURL(/action=organization.created/)
  const href = await page.getByRole('link', { name: 'Download the list as CSV' }).getAttribute('href')
  const file = await page.request.get(href)
  assert.match(await file.text(), /organization\.created,Olga Olsen opened/)
  await page.getByLabel('Until').fill('2020-01-01')
  await page.getByText('Nothing matches').waitFor()
  await picture(page, 'audit-log')
  assertNoComplaints(visitor)
  await visitor.close()
})

test('an administrator disables an organization, and its members are told at once', async () => {
  const [admin, member] = [await person(), await register('Max Maier')]
  const { page } = admin
  await signIn(admin, 'dana@gantry.test')
  await page.goto('/admin/organizations?sort=-createdAt&search=Max+Maier')
  await page.getByRole('link', { name: 'Max Maier' }).first().click()
  await page.getByRole('button', { name: 'Disable organization' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Disable organization' }).click()
  await dialog.getByText('Please say why').waitFor()
  await dialog.getByLabel('Reason').fill('Only a test')
  await dialog.getByRole('button', { name: 'Disable organization' }).click()
  await page.getByText('Max Maier is disabled', { exact: true }).waitFor()
  await page.getByText('Dana Diaz disabled the organization. Reason: Only a test').waitFor()
  await picture(page, 'admin-organization')

  await member.page.goto('/dashboard')
  await member.page.getByText('Max Maier is disabled').waitFor()
  const refused = await member.page.request.get('/api/billing/invoices')
  assert.equal((await refused.json()).code, 'E_ORGANIZATION_DISABLED')
  await picture(member.page, 'organization-disabled')

  await page.getByRole('button', { name: 'Enable organization' }).click()
  await page.getByText('Max Maier is enabled again').waitFor()
  assert.equal((await member.page.request.get('/api/billing/invoices')).status(), 200)
  expected(member, /403/)
  for (const visitor of [admin, member]) {
    assertNoComplaints(visitor)
    await visitor.close()
  }
})

test('the overview counts, and the queues say what waits', async () => {
  const visitor = await person()
  const { page } = visitor
  await signIn(visitor, 'dana@gantry.test')
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Users' }).last().waitFor()
  const { data } = await (await page.request.get('/api/admin/statistics')).json()
  await page.getByText(String(data.users.total), { exact: true }).first().waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Worker' }).getByText('at work').waitFor()
  await picture(page, 'admin-overview')
  await page.goto('/admin/queues')
  await page.getByRole('row', { name: /ledger/ }).waitFor()
  await picture(page, 'admin-queues')
  assertNoComplaints(visitor)
  await visitor.close()
})

test('an administrator acts as somebody, sees it on every page, is kept from what is theirs, and comes back', async () => {
  const [admin, olga] = [await person(), await register('Olga Olsen')]
  const { page } = admin
  await signIn(admin, 'dana@gantry.test')
  await page.goto(`/admin/users?search=${olga.email}`)
  await page.getByRole('link', { name: 'Olga Olsen' }).click()
  await page.getByRole('button', { name: 'Act as them' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('Ticket 4711')
  await picture(page, 'admin-acting-asked')
  await dialog.getByRole('button', { name: 'Act as this person' }).click()
  await page.waitForURL('**/dashboard')

  const banner = page.getByRole('complementary', { name: 'You are acting as somebody else' })
  await banner.getByText('Reason: Ticket 4711').waitFor()
  await page.goto('/dashboard/settings')
  await banner.getByText('You act as Olga Olsen').waitFor()
  await page.getByLabel('Full name').fill('Olga the Great')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByText('This is for the person themselves.').waitFor()
  await picture(page, 'admin-acting-refused')
  expected(admin, /403/)

  await olga.page.goto('/dashboard/settings/security')
  await olga.page
    .getByText('An administrator of the platform began to act as you. Reason: Ticket 4711')
    .waitFor()
  await olga.page.goto('/dashboard/settings/sessions')
  await olga.page.getByText('An administrator, acting as you').waitFor()
  await picture(olga.page, 'sessions-administrator')

  await banner.getByRole('button', { name: 'Stop acting' }).click()
  await page.waitForURL(/admin\/users\//)
  await page.getByRole('heading', { level: 1, name: 'Olga Olsen' }).waitFor()
  assert.equal(await banner.count(), 0)
  for (const visitor of [admin, olga]) {
    assertNoComplaints(visitor)
    await visitor.close()
  }
})
