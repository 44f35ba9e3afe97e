import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertNoComplaints,
  closeBrowser,
  expected,
  newcomer,
  openBrowser,
  person,
  picture,
} from './browser.mjs'
import { mailAbout } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

const languageOf = (page) => page.evaluate(() => document.documentElement.lang)

test('a public page has an address in each language, and the switch leads from one to the other', async () => {
  const visitor = await person()
  const { page } = visitor
  await page.goto('/pricing')
  assert.equal(await languageOf(page), 'en')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Deutsch' }).click()
  await page.waitForURL('**/de/pricing')
  assert.equal(await languageOf(page), 'de')
  await page.getByRole('link', { name: 'Preise' }).first().waitFor()
  assert.equal(
    await page.locator('link[rel=alternate][hreflang=en]').getAttribute('href'),
    page.url().replace('/de/', '/'),
  )
  await picture(page, 'languages-pricing')
  await page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click()
  await page.waitForURL((url) => url.pathname === '/pricing')
  assert.equal(await languageOf(page), 'en')
  assertNoComplaints(visitor)
  await visitor.close()
})

test('whoever reads German signs in in German, and hears in German what is wrong', async () => {
  const visitor = await person({ locale: 'de-DE', viewport: { width: 360, height: 800 } })
  const { page } = visitor
  await page.goto('/login')
  assert.equal(await languageOf(page), 'de')
  await page.getByLabel('E-Mail').fill('nobody@gantry.test')
  await page.getByLabel('Passwort', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.getByText('Die E-Mail-Adresse oder das Passwort ist falsch.').waitFor()
  expected(visitor, /401/)
  await picture(page, 'languages-login')

  // The choice of the switch counts for more than the browser's.
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  await page.goto('/register')
  assert.equal(await languageOf(page), 'en')
  assertNoComplaints(visitor)
  await visitor.close()
})

test('a language that somebody chooses holds in the dashboard and in mails', async () => {
  const visitor = await person()
  const { page } = visitor
  const email = await newcomer(visitor, 'Ottilie')
  await page.goto('/dashboard/settings/preferences')
  await page.getByRole('radio', { name: 'Deutsch' }).click()
  await page.getByRole('button', { name: 'Save language' }).click()
  await page.getByRole('button', { name: 'Sprache speichern' }).waitFor()
  for (const [path, words] of [
    ['/dashboard', 'Übersicht'],
    ['/dashboard/billing', 'Abrechnung'],
    ['/dashboard/settings/security', 'Einstellungen'],
    ['/dashboard/settings/members', 'Einstellungen'],
  ]) {
    await page.goto(path)
    assert.equal(await languageOf(page), 'de', path)
    await page.getByRole('heading', { name: words }).first().waitFor()
    await picture(page, `languages${path.replaceAll('/', '-')}`)
  }

  const stranger = await person()
  await stranger.page.goto('/magic-link')
  await stranger.page.getByLabel('E-mail').fill(email)
  await stranger.page.getByRole('button', { name: 'Send me a link' }).click()
  await mailAbout(/^Anmeldung bei/, email)
  for (const one of [visitor, stranger]) {
    assertNoComplaints(one)
    await one.close()
  }
})
