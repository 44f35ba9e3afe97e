import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import {
  assertNoComplaints,
  closeBrowser,
  expected,
  openBrowser,
  person,
  picture,
  signIn,
} from './browser.mjs'
import { eventually, site } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

const photo = readFileSync(new URL('../apps/cms/src/seed/images/lattice.webp', import.meta.url))
const mark = `${Date.now()}`
const path = `/harbour-${mark}`

/** What a notice says when something is done. */
const said = (page, text) => page.getByText(text).first().waitFor()

/** A dropdown and its choice; the menu is there only once the page is alive. */
async function addBlock(page, type) {
  await page.getByRole('button', { name: 'Add block' }).click()
  await page.getByRole('menuitem', { name: type, exact: true }).click()
}

const statusOf = async (address) => (await fetch(site + address)).status
const shows = (address, text) =>
  eventually(
    `“${text}” at ${address}`,
    async () => (await (await fetch(site + address)).text()).includes(text),
    20,
  )

/** The form says what is saved and what is not, by its button. */
const saveDraft = async (page) => {
  await page.getByRole('button', { name: 'Save draft' }).click()
  await said(page, 'Draft saved')
}

test('an editor makes a page with a picture of their own, and takes it away again', async () => {
  const editor = await person()
  const { context, page } = editor
  await signIn(editor, 'eve@gantry.test')

  // A picture with a text for whoever does not see it, and a point that stays in sight.
  await page.goto('/admin/content/media')
  await page.getByLabel('Files to upload').setInputFiles([
    { name: `quay-${mark}.webp`, mimeType: 'image/webp', buffer: photo },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>Hello') },
  ])
  await page.getByText('page.html: Files of this type are not taken.').waitFor()
  await page.getByText('Uploaded', { exact: true }).waitFor()
  await page.getByRole('button', { name: `Quay ${mark}` }).click()
  await page.getByLabel('Alternative text').fill(`Cranes at night ${mark}`)
  await page.locator('[data-focus]').click({ position: { x: 20, y: 20 } })
  await page.getByText('Nowhere yet.').waitFor()
  await picture(page, 'content-media-file')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await said(page, 'Changes saved')
  await page.getByRole('searchbox').fill(mark)
  await page.waitForURL(`**/admin/content/media?search=${mark}`)
  await page.getByText('1 in all').waitFor()
  await picture(page, 'content-media')

  // A page of blocks, seen before it is published.
  await page.goto('/admin/content/pages/new')
  await page.getByLabel('Title', { exact: true }).first().fill(`Harbour ${mark}`)
  await addBlock(page, 'Hero')
  await page.locator('[name="blocks.0.title"]').fill('The harbour wakes')
  await page.getByRole('button', { name: 'Choose Image' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Quay ${mark}` })
    .click()
  await addBlock(page, 'Text')
  await page.locator('[name="blocks.1.body"]').fill('Ships **arrive**.')
  await saveDraft(page)
  await page.waitForURL(/\/admin\/content\/pages\/[\w-]{36}/)
  const address = new URL(page.url()).pathname
  assert.equal(await statusOf(path), 404)

  const [preview] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Preview' }).click(),
  ])
  await preview.getByText('Draft: this page is not published.').waitFor()
  assert.equal(await preview.getByAltText(`Cranes at night ${mark}`).count(), 1)
  await picture(preview, 'content-preview')
  await preview.getByRole('link', { name: /Edit this block: rich text/ }).click()
  await preview.waitForURL(`**${address}?block=1`)
  await eventually('the focus in the block', () =>
    preview.evaluate(
      () => document.activeElement?.closest('[data-key]')?.textContent?.includes('Text') ?? false,
    ),
  )
  await preview.close()

  // A colleague without an account.
  await page.getByRole('button', { name: 'Share preview' }).click()
  await page.getByRole('button', { name: 'Make and copy link' }).click()
  const link = await page.getByTestId('preview-link').innerText()
  await page.getByRole('button', { name: 'Cancel' }).click()
  const colleague = await person()
  const shared = await colleague.page.goto(link)
  assert.equal(shared.headers()['cache-control'], 'private, no-store')
  assert.equal(shared.headers()['x-robots-tag'], 'noindex, nofollow')
  await colleague.page.getByRole('heading', { name: 'The harbour wakes' }).waitFor()
  assert.equal(await colleague.page.getByRole('link', { name: /^Edit/ }).count(), 0)
  await colleague.page.goto(`${link.slice(0, -6)}AAAAAA`)
  await colleague.page.getByText('This preview has ended').first().waitFor()
  expected(colleague, /status of 404/)
  assertNoComplaints(colleague)
  await colleague.close()

  await page.getByRole('button', { name: 'Publish page' }).click()
  await said(page, 'The page is on the site')
  await shows(path, 'The harbour wakes')

  // A change that is to come, called off, and published at once after all.
  await page.locator('[aria-expanded=false]').filter({ hasText: 'Hero' }).click()
  const title = page.locator('[name="blocks.0.title"]')
  await title.fill('The harbour sleeps')
  await page.getByRole('button', { name: 'Schedule…' }).click()
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await said(page, 'Publication scheduled')
  await page.getByText('Will be published on').waitFor()
  await picture(page, 'content-scheduled')
  await page.getByRole('button', { name: 'Call it off' }).click()
  await said(page, 'It will not be published by itself')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await said(page, 'Changes published')
  await shows(path, 'The harbour sleeps')

  // What it was is compared, and taken up again.
  const compare = page.getByRole('button', { name: /^Compare with/ })
  await eventually('two editions', async () => (await compare.count()) >= 2, 15)
  await compare.last().click()
  const comparison = page.getByRole('dialog')
  await comparison.getByText('The harbour wakes').waitFor()
  await picture(page, 'content-comparison')
  await comparison.getByRole('button', { name: 'Make a draft of it' }).click()
  await said(page, 'The earlier edition is a draft now')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await shows(path, 'The harbour wakes')

  // The picture cannot go while the page shows it.
  await page.goto(`/admin/content/media?search=${mark}`)
  await page.getByRole('button', { name: `Quay ${mark}` }).click()
  await page.getByRole('link', { name: `the page “Harbour ${mark}”` }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Delete file' }).isDisabled(), true)

  await page.goto(address)
  await page.getByRole('button', { name: 'Unpublish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Unpublish' }).click()
  await said(page, 'The page is off the site')
  await eventually('the page to be gone', async () => (await statusOf(path)) === 404, 20)
  await page.getByRole('button', { name: 'Delete page' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.waitForURL('**/admin/content')

  await page.goto(`/admin/content/media?search=${mark}`)
  await page.getByRole('button', { name: `Quay ${mark}` }).click()
  await page.getByText('Nowhere yet.').waitFor()
  await page.getByRole('button', { name: 'Delete file' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByText('Nothing matches').waitFor()

  assertNoComplaints(editor)
  await editor.close()
})

test('the editor’s screens fit a narrow window in the dark', async () => {
  const editor = await person({ viewport: { width: 360, height: 760 }, colorScheme: 'dark' })
  const { page } = editor
  await signIn(editor, 'eve@gantry.test')
  for (const [address, name] of [
    ['/admin/content', 'content-list-narrow'],
    ['/admin/content/media', 'content-media-narrow'],
  ]) {
    await page.goto(address)
    await page
      .getByText('in all')
      .or(page.getByText(/of \d+/))
      .first()
      .waitFor()
    await picture(page, name)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(overflow <= 0, `${address} is ${overflow} px too wide`)
  }
  await page.goto('/admin/content')
  await page.locator('a[href^="/admin/content/pages/"]:not([href$=new])').first().click()
  await page.getByRole('button', { name: 'Add block' }).waitFor()
  await picture(page, 'content-page-narrow')
  assertNoComplaints(editor)
  await editor.close()
})

test('an open article shows a published change by itself', async () => {
  const editor = await person()
  await signIn(editor, 'eve@gantry.test')
  const { data } = await (await fetch(`${site}/api/cms/posts?perPage=1`)).json()
  const [{ id, slug, title }] = data
  const publish = async (text) => {
    await editor.page.goto(`/admin/content/posts/${id}`)
    await editor.page.getByLabel('Title', { exact: true }).first().fill(text)
    await editor.page.getByRole('button', { name: 'Publish changes' }).click()
    await said(editor.page, 'Changes published')
  }

  const reader = await person()
  const listening = reader.page.waitForResponse((answer) => answer.url().endsWith('/api/cms/events'))
  await reader.page.goto(`/blog/${slug}`)
  await listening
  await reader.page.evaluate(() => (globalThis.neverLeft = true))
  await publish(`${title} (live)`)
  await reader.page.getByRole('heading', { name: `${title} (live)` }).waitFor({ timeout: 10_000 })
  assert.equal(await reader.page.evaluate(() => globalThis.neverLeft), true)
  await publish(title)
  await reader.page.getByRole('heading', { name: title, exact: true }).waitFor({ timeout: 10_000 })
  assertNoComplaints(reader)
  assertNoComplaints(editor)
  await reader.close()
  await editor.close()
})
