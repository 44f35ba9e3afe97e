import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertNoComplaints, closeBrowser, openBrowser, person, picture, signIn } from './browser.mjs'

before(openBrowser)
after(closeBrowser)

test('an owner makes a key, a program works with it as far as it goes, and revoking ends that', async () => {
  const owner = await person({ permissions: ['clipboard-read', 'clipboard-write'] })
  const { page } = owner
  const name = `Nightly ${Date.now()}`
  await signIn(owner, 'alice@acme.test')
  await page.goto('/dashboard/settings/api-keys')
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'API keys' }).waitFor()
  await page.getByRole('button', { name: 'New key' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  await picture(page, 'api-key-form')
  await dialog.getByRole('button', { name: 'Create key' }).click()

  await page.getByRole('heading', { name: `${name} is ready` }).waitFor()
  await picture(page, 'api-key-secret')
  await dialog.getByRole('button', { name: 'Copy key' }).click()
  await page.getByText('Key copied').waitFor()
  const key = await page.evaluate(() => navigator.clipboard.readText())
  const [, address] = /curl (\S+)/.exec(await dialog.locator('pre').innerText())
  await dialog.getByRole('button', { name: 'I have kept it' }).click()

  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const call = (init) => fetch(address, { headers, ...init })
  const read = await call()
  assert.equal((await read.json()).data.name, 'Acme')
  assert.equal(read.headers.get('set-cookie'), null)
  assert.equal((await call({ method: 'PATCH', body: '{"name":"Renamed"}' })).status, 403)

  await page.reload()
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  await row.getByText('2 calls').waitFor()
  await picture(page, 'api-keys')
  await row.getByRole('button', { name: `Revoke ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText(`${name} is revoked`).waitFor()
  await row.waitFor({ state: 'detached' })
  assert.equal((await call()).status, 401)

  await page.goto('/dashboard/settings/audit')
  await page.getByText(`revoked the API key ${name}.`).waitFor()
  assertNoComplaints(owner)
  await owner.close()
})
