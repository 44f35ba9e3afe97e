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
import { enterCard, payWith } from './billing.mjs'
import { control, eventually, linkOf, mailsTo, site } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

const newcomer = {
  name: 'Mallory Quinn',
  email: `mallory.${Date.now()}@initech.test`,
  password: 'correct-horse-battery',
}

async function choosePlan(page, name) {
  await page.goto('/dashboard/billing')
  await page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
    .getByRole('button', { name: `Choose ${name}` })
    .click()
}

test('a visitor reads the home page, a post and the prices', async () => {
  const visitor = await person()
  const { page } = visitor
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await picture(page, 'journey-home')

  await page.goto('/blog')
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().getByRole('link').click()
  await page.waitForURL('**/blog/*')
  await page.getByRole('heading', { level: 1 }).waitFor()

  await page.goto('/pricing')
  for (const plan of ['Free', 'Pro', 'Scale'])
    await page.getByRole('heading', { name: plan, exact: true }).first().waitFor()
  assert.deepEqual(await visitor.context.cookies(), [])
  assertNoComplaints(visitor)
  await visitor.close()
})

test('someone new registers, gets one welcome mail, tries Pro, and sees the invoice when the trial is over', async () => {
  const visitor = await person()
  const { page } = visitor
  await page.goto('/register')
  await page.getByLabel('Full name').fill(newcomer.name)
  await page.getByLabel('E-mail').fill(newcomer.email)
  await page.getByLabel('Password', { exact: true }).fill(newcomer.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/dashboard**')
  const mails = await eventually('the welcome mail', async () => {
    const arrived = await mailsTo(newcomer.email)
    return arrived.length > 0 && arrived
  })
  assert.equal(mails.length, 1)
  await page.getByText('Please confirm your e-mail address').waitFor()
  await page.goto(linkOf(mails[0], '/verify-email'))
  await page.getByRole('button', { name: 'Confirm my address' }).click()
  await page.getByText('Your address is confirmed').waitFor()

  await choosePlan(page, 'Pro')
  await page.waitForURL((url) => url.origin !== site)
  await payWith(page, '4242 4242 4242 4242')
  await page.getByText('Trial until').first().waitFor()
  await picture(page, 'journey-trial')

  await control('POST', '/clock/advance', { days: 15 })
  await eventually('the first invoice and the end of the trial', async () => {
    await page.reload()
    const invoice = page.getByRole('region', { name: 'Invoices' }).getByText('€').first()
    return (await invoice.isVisible()) && page.getByText('Active', { exact: true }).first().isVisible()
  })
  await picture(page, 'journey-invoice')
  assertNoComplaints(visitor)
  await visitor.close()
})

test('a declined card is explained, and another one can be tried', async () => {
  const visitor = await person()
  const { page } = visitor
  await signIn(visitor, 'charlie@globex.test')
  await choosePlan(page, 'Scale')
  await page.waitForURL((url) => url.origin !== site)
  await enterCard(page, '4000 0000 0000 0002')
  await page
    .getByText(/declined/i)
    .first()
    .waitFor()
  await picture(page, 'journey-declined')
  await payWith(page, '4242 4242 4242 4242')
  await page.getByText('Active', { exact: true }).first().waitFor()
  expected(visitor, /status of 422/)
  assertNoComplaints(visitor)
  await visitor.close()
})

test('a plain member sees the billing of the organization and cannot touch it', async () => {
  const visitor = await person()
  const { page } = visitor
  await signIn(visitor, 'bob@acme.test')
  await page.goto('/dashboard/billing')
  await page.getByRole('heading', { name: 'Invoices' }).waitFor()
  assert.equal(await page.getByRole('button', { name: /^Choose / }).count(), 0)

  const status = await page.evaluate(async () => {
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1])
    const response = await fetch('/api/billing/subscriptions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-xsrf-token': token },
      body: JSON.stringify({ planCode: 'free' }),
    })
    return response.status
  })
  assert.equal(status, 403)
  expected(visitor, /billing\/subscriptions/)
  assertNoComplaints(visitor)
  await visitor.close()
})

test('an editor changes a post and the visitor sees it', async () => {
  const editor = await person()
  const { page } = editor
  await signIn(editor, 'eve@gantry.test')
  await page.goto('/admin/content?kind=posts&state=published&language=en')
  await page.getByRole('table').getByRole('link').first().click()
  await page.waitForURL(/\/admin\/content\/posts\/[0-9a-f-]{36}/)
  const title = page.getByLabel('Title').first()
  await page.waitForFunction((input) => input.value !== '', await title.elementHandle())
  const before = await title.inputValue()
  const slug = await page.getByLabel('Slug').inputValue()
  const changed = `${before.replace(/ \(revised \d+\)$/, '')} (revised ${Date.now()})`
  await title.fill(changed)
  await page.getByRole('button', { name: 'Publish changes' }).click()

  const visitor = await person()
  await eventually('the new title on the public page', async () => {
    await visitor.page.goto(`/blog/${slug}`)
    return (await visitor.page.getByRole('heading', { level: 1 }).innerText()) === changed
  })
  assertNoComplaints(visitor)
  assertNoComplaints(editor)
  await visitor.close()
  await editor.close()
})

test('a private page asks to sign in and comes back', async () => {
  const visitor = await person()
  const { page } = visitor
  await page.goto('/dashboard/settings/security')
  await page.waitForURL(/\/login\?next=/)
  await page.getByLabel('E-mail').fill('alice@acme.test')
  await page.getByLabel('Password', { exact: true }).fill('gantry-demo-2026')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/dashboard/settings/security')
  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/dashboard'))
  await page.goto('/dashboard')
  await page.waitForURL('**/login**')
  assertNoComplaints(visitor)
  await visitor.close()
})

test('a member without the role is kept out of the admin area', async () => {
  const visitor = await person()
  await signIn(visitor, 'bob@acme.test')
  const response = await visitor.page.goto('/admin/content')
  assert.equal(response.status(), 403)
  expected(visitor, /403/)
  assertNoComplaints(visitor)
  await visitor.close()
})
