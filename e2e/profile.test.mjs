import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertNoComplaints, closeBrowser, openBrowser, person, picture, signIn } from './browser.mjs'

before(openBrowser)
after(closeBrowser)

test('somebody shows their picture, is told what is no picture, and takes it away again', async () => {
  const visitor = await person()
  const { page } = visitor
  await signIn(visitor, 'bob@acme.test')
  const photo = await page.screenshot({ type: 'png' })
  await page.goto('/dashboard/settings')
  const choose = (name, mimeType, buffer) =>
    page.getByLabel('Picture', { exact: true }).setInputFiles({ name, mimeType, buffer })
  const shown = () =>
    page.locator('main img, aside img').evaluateAll((images) => images.map(({ src }) => src))

  await page.getByRole('button', { name: 'Choose a picture' }).waitFor()
  await choose('notes.txt', 'text/plain', Buffer.from('no picture'))
  await page.getByText('This is not a picture that we can read.').waitFor()
  await choose('large.png', 'image/png', Buffer.alloc(5 * 1024 ** 2 + 1))
  await page.getByText('This file is too large.').waitFor()

  await choose('me.png', 'image/png', photo)
  await page.getByText('Picture changed').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Remove picture' }).waitFor()
  const [beside, large] = await shown()
  assert.match(beside, /\/api\/avatars\/.+-64\.webp$/)
  assert.equal(large, beside)
  const response = await page.request.get(beside)
  assert.equal(response.headers()['content-type'], 'image/webp')
  await picture(page, 'profile-picture')

  await page.getByRole('button', { name: 'Remove picture' }).click()
  await page.getByText('Picture removed').waitFor()
  assert.deepEqual(await shown(), [])
  assert.equal((await page.request.get(beside)).status(), 404)
  assertNoComplaints(visitor)
  await visitor.close()
})
