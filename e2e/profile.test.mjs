import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually, mailsTo } from './stack.mjs'
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
    page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
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

test('somebody ends a session on another device, then all others', async () => {
  const [desk, phone, tablet] = [await person(), await person(), await person()]
  for (const visitor of [desk, phone, tablet]) await signIn(visitor, 'viktor@acme.test')
  const { page } = desk
  const others = () =>
    page.getByRole('listitem').filter({ hasText: 'Signed in from' }).filter({ hasNotText: 'This one' })
  const isOut = async ({ page: theirs }) => {
    await theirs.goto('/dashboard')
    return theirs.url().includes('/login')
  }

  await page.goto('/dashboard/settings/sessions')
  await page.getByText('This one').waitFor()
  await picture(page, 'sessions')
  const before = await others().count()
  // The one used last stands first: the tablet's.
  await others().first().getByRole('button', { name: /^End / }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await page.getByText(/ is signed out$/).waitFor()
  await page.waitForFunction(
    (count) => document.querySelectorAll('main li:has(button)').length < count,
    before,
  )
  assert.deepEqual([await isOut(tablet), await isOut(phone)], [true, false])

  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('Signed out everywhere else').waitFor()
  assert.equal(await isOut(phone), true)
  await page.reload()
  await page.getByText('This one').waitFor()
  assert.equal(await others().count(), 0)
  for (const visitor of [desk, phone, tablet]) {
    assertNoComplaints(visitor)
    await visitor.close()
  }
})

test('somebody gets a file with everything about them, and a mail when it is ready', async () => {
  const visitor = await person({ acceptDownloads: true })
  const { page } = visitor
  await signIn(visitor, 'ada@acme.test')
  await page.goto('/dashboard/settings/data')
  await page.getByRole('button', { name: /^Prepare/ }).click()
  const link = page.getByRole('link', { name: 'Download' })
  await link.waitFor()
  await picture(page, 'data-export')
  const response = await page.request.get(await link.getAttribute('href'))
  assert.equal(response.headers()['content-type'], 'application/zip')
  assert.equal((await response.body()).subarray(0, 2).toString(), 'PK')
  await eventually('the mail', async () =>
    (await mailsTo('ada@acme.test')).some(({ subject }) => subject === 'Your data is ready'),
  )

  const stranger = await person()
  assert.equal((await stranger.page.request.get('/api/user/export/file')).status(), 401)
  assertNoComplaints(visitor)
  await visitor.close()
  await stranger.close()
})
