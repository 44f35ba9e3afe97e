import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertNoComplaints,
  closeBrowser,
  newcomer,
  newPassword,
  openBrowser,
  person,
  picture,
  signIn,
} from './browser.mjs'

before(openBrowser)
after(closeBrowser)

const isDark = (page) => page.evaluate(() => document.documentElement.classList.contains('dark'))

test('theme, time zone and mails are chosen once and hold on every device', async () => {
  const desk = await person({ colorScheme: 'light' })
  const { page } = desk
  const email = await newcomer(desk, 'Ingvar')
  await page.goto('/dashboard/settings/preferences')
  await page.getByRole('radio', { name: 'Dark', exact: true }).click()
  await page.getByLabel('Time zone').click()
  await page.getByPlaceholder('Search').fill('Tokyo')
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click()
  await page.getByRole('button', { name: 'Save preferences' }).click()
  await page.getByText('Preferences saved').waitFor()
  await page.waitForFunction(() => document.documentElement.classList.contains('dark'))
  await page.getByRole('switch', { name: 'A file is ready' }).click()
  await page.getByRole('button', { name: 'Save choice' }).click()
  await page.getByText('Choice of mails saved').waitFor()
  assert.equal(await page.getByRole('switch', { name: 'Security' }).isDisabled(), true)
  await picture(page, 'preferences')

  const phone = await person({ colorScheme: 'light', viewport: { width: 360, height: 800 } })
  await signIn(phone, email, newPassword)
  const response = await phone.page.goto('/dashboard/settings/preferences')
  assert.match(await response.text(), /<html[^>]*data-theme="dark"/)
  assert.equal(await isDark(phone.page), true)
  assert.equal(await phone.page.getByRole('radio', { name: 'Dark', exact: true }).isChecked(), true)
  assert.equal(await phone.page.getByRole('switch', { name: 'A file is ready' }).isChecked(), false)
  await picture(phone.page, 'preferences-phone')
  await phone.page.goto('/dashboard/settings/sessions')
  await phone.page.getByText('GMT+9').first().waitFor()

  // The switch in the menu is the same choice; pages that are the same for everybody follow it.
  await page.goto('/dashboard')
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/api/preferences'))
  await page.getByRole('button', { name: 'Switch between light and dark' }).first().click()
  assert.equal((await saved).status(), 200)
  assert.equal(await isDark(page), false)
  await page.goto('/pricing')
  assert.equal(await isDark(page), false)
  await phone.page.reload()
  assert.equal(await isDark(phone.page), false)
  for (const visitor of [desk, phone]) {
    assertNoComplaints(visitor)
    await visitor.close()
  }
})
