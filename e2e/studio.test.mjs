import assert from 'node:assert/strict'
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

/** The newest post, as the site has it. */
async function newestPost() {
  const { data } = await (await fetch(`${site}/api/cms/posts?perPage=1`)).json()
  return data[0]
}

test('an editor opens the Studio, changes a post there, and the site shows it', async () => {
  const editor = await person()
  const { context, page } = editor
  await signIn(editor, 'eve@gantry.test')
  await page.goto('/admin/content')
  await page.getByRole('link', { name: 'Studio' }).click()
  await page.getByRole('heading', { name: 'Your seat' }).waitFor()
  await picture(page, 'studio-seat')
  await page.getByRole('link', { name: 'Open the Studio' }).click()
  await page.waitForURL('**/studio/admin/content/**')
  await page.getByText('Posts').first().waitFor()
  await picture(page, 'studio-content')

  const post = await newestPost()
  const title = `${post.title} (edited in the Studio)`
  await page.goto(`/studio/admin/content/posts/${post.id}`)
  const field = page.getByRole('main').getByRole('textbox').first()
  await field.waitFor()
  await eventually('the title in the form', async () => (await field.inputValue()) === post.title)
  await picture(page, 'studio-post')

  // What the Studio's own form sends when it publishes, from its own page and with nothing but the cookie.
  const status = await page.evaluate(
    async ([id, title]) => {
      const answer = await fetch(`/studio/items/posts/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title }),
      })
      return answer.status
    },
    [post.id, title],
  )
  assert.equal(status, 200)
  await eventually('the new title on the site', async () => {
    const { data } = await (await fetch(`${site}/api/cms/posts/${post.slug}`)).json()
    return data.title === title
  })
  await page.evaluate(
    ([id, title]) =>
      fetch(`/studio/items/posts/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title }),
      }),
    [post.id, post.title],
  )

  const names = (await context.cookies()).map(({ name }) => name)
  assert.deepEqual(
    names.filter((name) => /directus/i.test(name)),
    [],
  )
  assertNoComplaints(editor)
  await editor.close()
})

test('whoever signs out in the Studio is signed out', async () => {
  const editor = await person()
  const { page } = editor
  await signIn(editor, 'eve@gantry.test')
  await page.goto('/studio/admin/content/posts')
  await page.getByText('Posts').first().waitFor()
  await page.goto('/studio/admin/logout')
  await page.waitForURL('**/login?next=**')
  const me = await page.request.get('/api/auth/me')
  assert.equal(me.status(), 401)
  expected(editor, /status of 401/)
  await editor.close()
})

test('who may not edit is told so, kindly', async () => {
  const member = await person()
  const { page } = member
  await signIn(member, 'bob@acme.test')
  await page.goto('/studio/admin/content')
  await page.getByText('You may not edit content').waitFor()
  await picture(page, 'studio-refused')
  assertNoComplaints(member)
  await member.close()

  const stranger = await person()
  await stranger.page.goto('/studio/admin/content')
  await stranger.page.waitForURL(
    ({ pathname, searchParams }) =>
      pathname === '/login' && searchParams.get('next') === '/studio/admin/content',
  )
  assertNoComplaints(stranger)
  await stranger.close()
})
