import { after, before, test } from 'node:test'
import { assertNoComplaints, closeBrowser, newcomer, openBrowser, person, picture } from './browser.mjs'
import { confirmAddress, payWith } from './billing.mjs'
import { mailAbout } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

test('credit is bought, seen to arrive, taken by an invoice, and warned of when it is low', async () => {
  const visitor = await person()
  const { page } = visitor
  const email = await newcomer(visitor, 'Carla Credit')
  await confirmAddress(page, email)

  await page.goto('/dashboard/billing')
  await page.getByText('No credit has been bought yet').waitFor()
  await picture(page, 'wallet-empty')
  await page.getByLabel('Add credit, in EUR').fill('20')
  await page.getByRole('button', { name: 'Add credit' }).click()
  await payWith(page, '4242 4242 4242 4242')
  await page.getByText('Your prepaid credit has arrived').waitFor()
  await page.getByText('+€20.00').waitFor()

  await page.getByLabel('Warn below, in EUR').fill('5')
  await page.getByRole('button', { name: 'Save the warning' }).click()
  await page.getByText('You will be told by mail').waitFor()

  await page.getByRole('button', { name: 'Choose Scale' }).click()
  await page.getByText('-€20.00').waitFor()
  await page.getByText('€79.00').first().waitFor()
  await mailAbout(/^The prepaid credit of .+ is low$/, email)
  await page.reload()
  await page.getByText('Your prepaid credit is low').waitFor()
  await picture(page, 'wallet-low')
  await page.setViewportSize({ width: 360, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, 'wallet-low-narrow-dark')
  assertNoComplaints(visitor)
  await visitor.close()
})
