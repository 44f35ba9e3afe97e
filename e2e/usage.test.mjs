import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { assertNoComplaints, closeBrowser, newcomer, openBrowser, person, picture } from './browser.mjs'
import { confirmAddress, payWith } from './billing.mjs'
import { control, elsewhen, eventually, lago, mailAbout, redis } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

/** Makes a key in the browser, and answers what a program has of it. */
async function newKey(page) {
  await page.goto('/dashboard/settings/api-keys')
  await page.getByRole('button', { name: 'New key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Counting')
  await dialog.getByLabel('Calls a minute, at most').fill('600')
  await dialog.getByRole('button', { name: 'Create key' }).click()
  await dialog.getByRole('button', { name: 'Copy key' }).click()
  await page.getByText('Key copied').waitFor()
  const key = await page.evaluate(() => navigator.clipboard.readText())
  const [, address] = /curl (\S+)/.exec(await dialog.locator('pre').innerText())
  await dialog.getByRole('button', { name: 'I have kept it' }).click()
  return { key, address }
}

/** So many calls, some of them at a time. */
async function callTimes(call, count) {
  for (let left = count; left > 0; left -= 10) {
    const answers = await Promise.all(Array.from({ length: Math.min(left, 10) }, call))
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
  }
}

/** What the meter writes down of a call, as often as a busy month has it. */
async function countMany({ organizationId, userId }, count) {
  const { now: at } = (await control('GET', '/clock')).clock
  for (let left = count; left > 0; left -= 500) {
    const calls = Array.from({ length: Math.min(left, 500) }, () =>
      JSON.stringify({ id: randomUUID(), organizationId, userId, metric: 'api_calls', at }),
    )
    await redis('RPUSH', 'usage:buffer', ...calls)
  }
}

test('a plan is used up, a larger one bought, and its invoice is what was used', async (t) => {
  // Before anybody else subscribed to anything, so that nobody else is billed when the month ends.
  await elsewhen(t, '2018-08-05T10:00:00Z')
  const visitor = await person({ permissions: ['clipboard-read', 'clipboard-write'] })
  const { page } = visitor
  const email = await newcomer(visitor, 'Ulla Usage')
  await confirmAddress(page, email)
  const me = (await (await page.request.get('/api/auth/me')).json()).data
  const ids = { organizationId: me.organization.id, userId: me.id }

  await page.goto('/dashboard/billing')
  await page.getByRole('button', { name: 'Choose Free' }).click()
  await page.getByText('Active', { exact: true }).first().waitFor()

  const { key, address } = await newKey(page)
  const call = () => fetch(address, { headers: { authorization: `Bearer ${key}` } })
  await countMany(ids, 790)
  await eventually('the calls of before', async () => {
    const usage = await (await page.request.get('/api/billing/usage')).json()
    return usage.data.calls.used === 790
  })
  await callTimes(call, 10)
  await mailAbout(/ has used 80 % of its API calls$/, email)
  await callTimes(call, 200)
  await mailAbout(/ has used up its API calls$/, email)

  const refused = await call()
  assert.equal(refused.status, 429)
  const { code, details } = await refused.json()
  assert.equal(code, 'E_QUOTA_EXCEEDED')
  assert.equal(details.resetsAt, '2018-09-05T00:00:00.000Z')
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  await page.goto('/dashboard/billing/usage')
  await page.getByText('Your API calls are used up').waitFor()
  await picture(page, 'usage-used-up')

  await page.goto('/dashboard/billing')
  await page.getByRole('button', { name: 'Choose Scale' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('€99.00').first().waitFor()
  await dialog.getByRole('button', { name: 'Change plan' }).click()
  await payWith(page, '4242 4242 4242 4242')
  await page.getByText('Your organization is now on Scale').waitFor()
  assert.equal((await call()).status, 200)

  await countMany(ids, 12_344)
  const path = `/customers/${ids.organizationId}/current_usage?external_subscription_id=${ids.organizationId}`
  await eventually('Lago counting every call since the change', async () => {
    const { customer_usage: usage } = await lago('GET', path)
    return usage.charges_usage.some(({ units }) => Number(units) === 12_345)
  })
  await page.goto('/dashboard/billing/usage')
  await page.getByText('13,345').first().waitFor()
  await page.getByText('Members a day').waitFor()
  await picture(page, 'usage-by-use')
  await page.setViewportSize({ width: 360, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, 'usage-by-use-narrow-dark')
  await page.setViewportSize({ width: 1280, height: 900 })

  // 99.00 for the month to come, and 2,345 calls beyond the 10,000 at 0.0005 each.
  await control('POST', '/clock/advance', { days: 31 })
  await page.goto('/dashboard/billing')
  await eventually('the invoice of the month', async () => {
    await page.reload()
    return (await page.getByText('€100.17').count()) > 0
  })
  const { invoices } = await lago('GET', `/invoices?external_customer_id=${ids.organizationId}`)
  assert.deepEqual(
    invoices.map(({ total_amount_cents: cents }) => cents),
    [100_17, 99_00],
  )
  assertNoComplaints(visitor)
  await visitor.close()
})
