import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertNoComplaints,
  closeBrowser,
  expected,
  newcomer,
  newPassword,
  openBrowser,
  person,
  signIn,
} from './browser.mjs'
import { eventually, kill, mailAbout, mailsTo, redis, resume, site, status, suspend } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

const json = async (path, options) => {
  const response = await fetch(`${site}${path}`, options)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Opens a page and scrolls down, so that pictures further below are fetched as well. */
async function readToTheEnd(page, address) {
  const response = await page.goto(address)
  for (const picture of await page.getByRole('main').locator('img').all())
    await picture.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  return response
}

test('without Directus the site stays readable, readiness says so, and it recovers', async () => {
  const { body: posts } = await json('/api/cms/posts')
  const addresses = ['/', '/blog', `/blog/${posts.data[0].slug}`]
  const earlier = await person()
  for (const address of addresses) await readToTheEnd(earlier.page, address)
  await earlier.close()

  await suspend('cms')
  try {
    const visitor = await person()
    for (const address of addresses) {
      const response = await readToTheEnd(visitor.page, address)
      assert.equal(response.status(), 200, address)
      await visitor.page.getByRole('heading', { level: 1 }).waitFor()
    }
    assertNoComplaints(visitor)
    await visitor.close()
    const red = await eventually('readiness to turn red', async () => {
      const health = await json('/api/health')
      return health.status === 503 && health
    })
    assert.equal(red.body.code, 'E_NOT_READY')
  } finally {
    await resume('cms')
  }
  await eventually('readiness to turn green', async () => (await json('/api/health')).status === 200)
})

test('without Lago the dashboard works and subscribing can be repeated later', async () => {
  const visitor = await person()
  const { page } = visitor
  await signIn(visitor, 'alice@acme.test')
  await suspend('lago')
  try {
    await page.goto('/dashboard/billing')
    await page.getByRole('heading', { name: 'Invoices' }).waitFor()
    const answer = await page.evaluate(async () => {
      const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)[1])
      const response = await fetch('/api/billing/subscriptions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-xsrf-token': token },
        body: JSON.stringify({ planCode: 'free' }),
      })
      return {
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        body: await response.json(),
      }
    })
    assert.equal(answer.status, 503)
    assert.equal(answer.body.code, 'E_BILLING_UNAVAILABLE')
    assert.ok(answer.retryAfter)
  } finally {
    await resume('lago')
  }
  await visitor.close()
})

test('a worker killed in the middle of a mail sends it once', async () => {
  const email = `killed.${Date.now()}@initech.test`
  const mailProcess = status().processes.find(({ name }) => name === 'mail')
  // A mail server that accepts the connection and then says nothing keeps the worker in the middle of its job.
  process.kill(mailProcess.pid, 'SIGSTOP')
  try {
    const response = await fetch(`${site}/api/auth/csrf`)
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    const token = decodeURIComponent(
      cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN=')).slice('XSRF-TOKEN='.length),
    )
    const registered = await json('/api/auth/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookies.join('; '), 'x-xsrf-token': token },
      body: JSON.stringify({ email, password: 'correct-horse-battery', fullName: 'Kit Killed' }),
    })
    assert.equal(registered.status, 201)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    kill('worker')
  } finally {
    process.kill(mailProcess.pid, 'SIGCONT')
  }
  await eventually('the mail after the restart', async () => (await mailsTo(email)).length > 0)
  // Longer than a lock and the check for stalled jobs together, so that a second delivery would have happened.
  await new Promise((resolve) => setTimeout(resolve, 17_000))
  assert.equal((await mailsTo(email)).length, 1)
})

test('when Redis has lost everything, people sign in again, and nothing else is lost', async () => {
  const visitor = await person()
  const email = await newcomer(visitor, 'Rieke')
  await mailAbout('Welcome to Gantry', email)
  await suspend('worker')
  try {
    await visitor.page.goto('/dashboard/settings/security')
    await visitor.page.getByLabel('Current password').fill(newPassword)
    await visitor.page.getByLabel('New password').fill('another-harbour-73')
    await visitor.page.getByRole('button', { name: 'Change password' }).click()
    await visitor.page.getByText('Password changed').waitFor()
    await redis('FLUSHALL')
  } finally {
    await resume('worker')
  }
  await visitor.page.goto('/dashboard')
  await visitor.page.waitForURL('**/login**')
  await signIn(visitor, email, 'another-harbour-73')
  // Its job was in Redis only; the ledger has it handed over again.
  await mailAbout('Your password was changed', email)
  await eventually(
    'the schedules',
    async () => (await redis('--scan', '--pattern', '*:sent-usage:repeat*')) !== '',
  )
  expected(visitor, /401|403/)
  assertNoComplaints(visitor)
  await visitor.close()
})

test('every process that is killed comes back, and nobody is signed out', async () => {
  const visitor = await person()
  const { page, context } = visitor
  await signIn(visitor, 'alice@acme.test')
  const session = await context.cookies()
  for (const name of ['gateway', 'worker', 'web', 'nginx', 'redis', 'postgres', 'lago', 'cms']) {
    const { pid } = status().processes.find((process) => process.name === name)
    kill(name)
    await eventually(`${name} to run again`, async () => {
      const now = status().processes.find((process) => process.name === name)
      return now.state === 'running' && now.pid !== pid
    })
    await eventually(`the site after ${name} died`, async () => (await json('/api/health')).status === 200)
  }
  const me = await page.evaluate(async () => (await fetch('/api/auth/me')).status)
  assert.equal(me, 200)
  assert.ok(session.some(({ name }) => name === 'gantry_session'))
  await visitor.close()
})
