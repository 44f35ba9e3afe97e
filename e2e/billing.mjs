import { eventually, linkOf, mailsTo, site } from './stack.mjs'

/** Follows the link of the welcome mail; whoever buys has a confirmed address. */
export async function confirmAddress(page, email) {
  const welcome = await eventually('the welcome mail', async () => (await mailsTo(email))[0])
  await page.goto(linkOf(welcome, '/verify-email'))
  await page.getByRole('button', { name: 'Confirm my address' }).click()
  await page.getByText('Your address is confirmed').waitFor()
}

/** Fills in the payment page of the sandbox. */
export async function enterCard(page, cardNumber) {
  await page.waitForURL((url) => url.origin !== site)
  await page.getByLabel('Card number').fill(cardNumber)
  await page.getByLabel('Expires').fill('12/34')
  await page.getByLabel('Security code').fill('123')
  await page.getByLabel('Name on card').fill('Alice Example')
  await page
    .locator('form')
    .getByRole('button', { name: /^(Pay|Save card)/ })
    .click()
}

/** Pays on the payment page of the sandbox, and comes back. */
export async function payWith(page, cardNumber) {
  await enterCard(page, cardNumber)
  await page.waitForURL('**/dashboard/billing**')
}
