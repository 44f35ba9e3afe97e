import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertNoComplaints, closeBrowser, newcomer, openBrowser, person, picture } from './browser.mjs'
import { confirmAddress, payWith } from './billing.mjs'

before(openBrowser)
after(closeBrowser)

const main = (page) => page.getByRole('main')

test('two organizations pay for the same plan, each in its currency', async () => {
  const european = await person()
  const american = await person()
  await confirmAddress(european.page, await newcomer(european, 'Elsa Euro'))
  await confirmAddress(american.page, await newcomer(american, 'Dana Dollar'))

  await american.page.goto('/pricing')
  await american.page
    .getByRole('navigation', { name: 'Currency' })
    .getByRole('link', { name: 'US Dollar' })
    .click()
  await american.page.waitForURL('**/pricing?currency=USD')
  await main(american.page).getByText('US$109').waitFor()
  assert.equal(await main(american.page).getByText('€').count(), 0)
  await picture(american.page, 'pricing-dollars')
  await main(american.page)
    .getByRole('link', { name: /^Choose Scale/ })
    .click()
  await american.page.waitForURL('**/dashboard/billing?plan=scale_monthly_usd')
  await american.page.getByRole('radio', { name: 'USD' }).waitFor({ state: 'attached' })

  await european.page.goto('/dashboard/billing')
  for (const { page, price } of [
    { page: european.page, price: '€99.00' },
    { page: american.page, price: 'US$109.00' },
  ]) {
    await page.getByRole('button', { name: 'Choose Scale' }).click()
    await payWith(page, '4242 4242 4242 4242')
    await page.getByRole('table').getByText(price).first().waitFor()
    assert.equal(await page.getByRole('radio', { name: 'USD' }).count(), 0)
  }
  await american.page.getByText('US$32').first().waitFor()
  assert.equal(await main(american.page).getByText('€').count(), 0)
  assert.equal(await main(european.page).getByText('US$').count(), 0)
  await picture(american.page, 'billing-dollars')

  await american.page.goto('/dashboard/billing/details')
  await american.page.getByText('US Dollar (USD)').waitFor()
  await american.page.getByText('the same for all that follow').waitFor()
  for (const visitor of [european, american]) {
    assertNoComplaints(visitor)
    await visitor.close()
  }
})
