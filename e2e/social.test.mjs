import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { IdentityProvider } from '../apps/gateway/tests/identity_provider.ts'
import { NameServer } from '../apps/gateway/tests/name_server.ts'
import {
  assertNoComplaints,
  closeBrowser,
  expected,
  openBrowser,
  person,
  picture,
  signIn,
} from './browser.mjs'
import { eventually, mailsTo, site } from './stack.mjs'

// Where the stack of the tests looks for providers and name servers.
const there = new URL(process.env.IDENTITY_PROVIDER)
const provider = new IdentityProvider(there.origin)
const names = new NameServer()

before(async () => {
  await openBrowser()
  await provider.start()
  await names.start(Number(there.port), there.hostname)
})
after(async () => {
  await closeBrowser()
  provider.stop()
  names.stop()
})

const unique = Date.now()
const nora = {
  sub: `${unique}1`,
  name: 'Nora Newman',
  email: `nora.${unique}@example.test`,
  email_verified: true,
}

/** People leave the site for the provider, and nothing else of it complains. */
const away = (visitor) => expected(visitor, new RegExp(`request to ${there.host}|favicon`))

async function chooseAt(page, name) {
  await page.waitForURL(`${there.origin}/**`)
  await page.getByRole('link', { name }).click()
}

test('somebody new comes by Google, sets a password, and finds the account again', async () => {
  provider.people = [nora]
  const visitor = await person()
  const { page } = visitor
  await page.goto('/register')
  await page.getByRole('link', { name: 'Continue with Google' }).click()
  await chooseAt(page, 'Continue as Nora Newman')
  await page.waitForURL(`${site}/dashboard`)

  await page.goto('/dashboard/settings/security')
  await page.getByText(nora.email).first().waitFor()
  await page.getByRole('button', { name: 'Disconnect Google' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await page.getByText('This is your only way to sign in.').waitFor()
  await picture(page, 'journey-last-way-in')
  expected(visitor, /409/)
  await page.getByRole('button', { name: 'Keep' }).click()

  await page.getByLabel('New password').fill('correct-horse-battery')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByText('Password set').first().waitFor()
  await page.getByRole('button', { name: 'Disconnect Google' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('button', { name: 'Connect Google' }).waitFor()
  away(visitor)
  assertNoComplaints(visitor)
  await visitor.close()

  const again = await person()
  await signIn(again, nora.email, 'correct-horse-battery')
  await again.close()
})

test('an address that has an account is not let in, but connects after signing in, and a mail tells', async () => {
  const bob = { sub: `${unique}2`, name: 'Bob at the Hub', email: 'bob@acme.test', email_verified: true }
  provider.people = [bob]
  const visitor = await person()
  const { page } = visitor
  await page.goto('/login')
  await page.getByRole('link', { name: 'Continue with GitHub' }).click()
  await chooseAt(page, 'Continue as Bob at the Hub')
  await page.getByText('There is an account with this e-mail address already.').waitFor()
  await picture(page, 'journey-account-exists')

  await signIn(visitor, bob.email)
  await page.goto('/dashboard/settings/security')
  await page.getByRole('button', { name: 'Connect GitHub' }).click()
  await chooseAt(page, 'Continue as Bob at the Hub')
  await page.getByRole('button', { name: 'Disconnect GitHub' }).waitFor()
  await picture(page, 'journey-connected')
  await eventually('the mail about it', async () =>
    (await mailsTo(bob.email)).some(({ subject }) => subject.includes('GitHub was connected')),
  )
  away(visitor)
  assertNoComplaints(visitor)
  await visitor.close()

  const again = await person()
  await again.page.goto('/login')
  await again.page.getByRole('link', { name: 'Continue with GitHub' }).click()
  await chooseAt(again.page, 'Continue as Bob at the Hub')
  await again.page.waitForURL(`${site}/dashboard`)
  await again.page.goto('/dashboard/settings/security')
  await again.page.getByRole('button', { name: 'Disconnect GitHub' }).click()
  await again.page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
  await again.page.getByRole('button', { name: 'Connect GitHub' }).waitFor()
  await again.close()
})

test('who says no at the provider is back on our page, which says so', async () => {
  const visitor = await person()
  const { page } = visitor
  await page.goto('/login?next=/dashboard/billing')
  await page.getByRole('link', { name: 'Continue with Yard' }).click()
  await chooseAt(page, 'Cancel')
  await page.getByText('You stopped at the provider, so nothing has changed.').waitFor()
  await page.getByRole('link', { name: 'Continue with Yard' }).waitFor()
  assert.equal(new URL(page.url()).searchParams.get('next'), '/dashboard/billing')
  away(visitor)
  assertNoComplaints(visitor)
  await visitor.close()
})

test('an organization proves its domain, sets up its provider, and its people come by it', async () => {
  const domain = `globex-${unique}.test`
  const gina = { sub: `${unique}3`, name: 'Gina Globe', email: `gina@${domain}` }
  provider.people = [gina]
  const owner = await person()
  const { page } = owner
  await signIn(owner, 'charlie@globex.test')
  await page.goto('/dashboard/settings/single-sign-on')
  await page.getByLabel('Domain', { exact: true }).fill(domain)
  await page.getByRole('button', { name: 'Add domain' }).click()
  await page.getByText('Not verified yet').waitFor()
  await page.getByRole('button', { name: `Verify ${domain}` }).click()
  await page.getByText('The record is not there yet.').waitFor()
  expected(owner, /422/)
  names.records.set(`_gantry.${domain}`, await page.getByText(/^gantry-verification=/).innerText())
  await page.getByRole('button', { name: `Verify ${domain}` }).click()
  await page.getByText(/Verified on/).waitFor()

  await page.getByLabel('Issuer').fill(`${there.origin}/globex`)
  await page.getByLabel('Client ID').fill('gantry')
  await page.getByLabel('Client secret').fill('only-for-tests')
  await page.getByRole('button', { name: 'Save provider' }).click()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await page.getByText('The provider answers').first().waitFor()
  await picture(page, 'journey-single-sign-on')
  assertNoComplaints(owner)

  const member = await person()
  await member.page.goto('/login')
  await member.page.getByRole('link', { name: 'Sign in with your organization' }).click()
  await member.page.getByLabel('E-mail at your organization').fill(gina.email)
  await member.page.getByRole('button', { name: 'Continue' }).click()
  await chooseAt(member.page, 'Continue as Gina Globe')
  await member.page.waitForURL(`${site}/dashboard`)
  const { data: me } = await (await member.page.request.get('/api/auth/me')).json()
  assert.deepEqual([me.email, me.organization.name, me.organization.role], [gina.email, 'Globex', 'member'])
  away(member)
  assertNoComplaints(member)
  await member.close()

  await page.reload()
  await page.getByLabel('Required').click()
  await page.getByRole('button', { name: 'Save provider' }).click()
  await page.getByText('Provider saved').first().waitFor()
  await page.getByRole('button', { name: 'Remove provider' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove provider' }).click()
  await page.getByText('Provider removed').first().waitFor()
  await owner.close()
})
