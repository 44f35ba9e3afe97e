import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertNoComplaints,
  closeBrowser,
  newcomer,
  openBrowser,
  person,
  picture,
  signIn,
} from './browser.mjs'
import { eventually, linkOf, mailsTo } from './stack.mjs'

before(openBrowser)
after(closeBrowser)

/** What somebody types who tries to leave the text: a tag, a template, the end of an attribute. Short enough for every field. */
const hostile = (field) => `${field}<img src=x onerror=document.title='x'>{{7*7}}"'`

const names = {
  person: hostile('Pax'),
  organization: hostile('Org'),
  team: hostile('Team'),
  key: hostile('Key'),
  passkey: hostile('Pass'),
}

/** Asks the API as the page does, with the session and its token. */
const api = ({ page }, method, path, body) =>
  page.evaluate(
    async ([method, path, body]) => {
      await fetch('/api/auth/csrf')
      const [, token] = /XSRF-TOKEN=([^;]*)/.exec(document.cookie)
      const answer = await fetch(path, {
        method,
        headers: { 'content-type': 'application/json', 'x-xsrf-token': decodeURIComponent(token) },
        body: JSON.stringify(body),
      })
      const { data, error, details } = answer.status === 204 ? {} : await answer.json()
      if (!answer.ok)
        throw new Error(`${method} ${path}: ${answer.status} ${error} ${JSON.stringify(details)}`)
      return data
    },
    [method, path, body],
  )

/** Gives the browser a device that makes passkeys. */
async function withDevice({ context, page }) {
  const protocol = await context.newCDPSession(page)
  await protocol.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  }
  await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
}

/** Opens a page and reads every text of it, the values of fields too; nothing on it has come to life. */
async function read({ page }, path) {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  const { text, made, title } = await page.evaluate(() => ({
    text: [
      document.body.innerText,
      ...[...document.querySelectorAll('input, textarea')].map(({ value }) => value),
    ].join('\n'),
    made: document.querySelectorAll('img[src="x"], [onerror]').length,
    title: document.title,
  }))
  assert.equal(made, 0, path)
  assert.notEqual(title, 'x', path)
  assert.doesNotMatch(text, /&lt;|&quot;|&amp;/, path)
  return text
}

const mailWith = (link, address) =>
  eventually(`the mail with ${link}`, async () =>
    (await mailsTo(address)).find(({ text }) => text.includes(link)),
  )

const shown = (text) => Object.keys(names).filter((field) => text.includes(names[field]))

test('what people call themselves and their things is a text, on every page and in every mail', async () => {
  const owner = await person()
  const { page } = owner
  const email = await newcomer(owner, 'Pax')
  await withDevice(owner)
  const welcome = await mailWith('/verify-email#', email)
  await page.goto(linkOf(welcome, '/verify-email'))
  await page.getByRole('button', { name: 'Confirm my address' }).click()
  await page.getByText('Your address is confirmed').waitFor()

  const { organization, id } = await api(owner, 'PATCH', '/api/user/me', { fullName: names.person }).then(
    () => page.evaluate(async () => (await (await fetch('/api/auth/me')).json()).data),
  )
  const there = `/api/organizations/${organization.id}`
  await api(owner, 'PATCH', there, { name: names.organization })
  await api(owner, 'POST', `${there}/teams`, { name: names.team, resources: [], userIds: [id] })
  await api(owner, 'POST', '/api/api-keys', { name: names.key, scopes: ['member.read'], expiresInDays: 30 })
  const invited = `ines.${Date.now()}@initech.test`
  await api(owner, 'POST', `${there}/invitations`, { email: invited, role: 'member' })

  await page.goto('/dashboard/settings/security')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(names.passkey)
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Passkey added').waitFor()

  const own = {
    '/dashboard': ['person'],
    '/dashboard/billing': [],
    '/dashboard/settings': ['person'],
    '/dashboard/settings/organization': ['organization'],
    '/dashboard/settings/members': ['person'],
    '/dashboard/settings/teams': ['team'],
    '/dashboard/settings/api-keys': ['key'],
    '/dashboard/settings/security': ['passkey'],
    '/dashboard/settings/sessions': [],
    '/dashboard/settings/audit': ['person', 'key'],
    '/dashboard/settings/data': [],
    '/dashboard/settings/single-sign-on': [],
  }
  for (const [path, fields] of Object.entries(own)) {
    const found = shown(await read(owner, path))
    for (const field of fields) assert.ok(found.includes(field), `${field} on ${path}`)
  }
  await page.goto('/dashboard/settings/teams')
  await picture(page, 'payloads-teams')

  const guest = await person()
  const mail = await mailWith('/invitations#', invited)
  assert.ok(mail.text.includes(names.organization))
  assert.doesNotMatch(mail.html, /<img/i)
  assert.ok(mail.html.includes('&lt;img src=x onerror='))
  await guest.page.goto(linkOf(mail, '/invitations'))
  await guest.page.getByText(names.organization).first().waitFor()
  assert.equal(await guest.page.locator('img[src="x"]').count(), 0)
  assert.equal(new URL(guest.page.url()).hash, '')

  const administrator = await person()
  await signIn(administrator, 'dana@gantry.test')
  const platform = {
    [`/admin/users?search=${encodeURIComponent(email)}`]: 'person',
    [`/admin/users/${id}`]: 'person',
    '/admin/organizations': 'organization',
    [`/admin/organizations/${organization.id}`]: 'organization',
    '/admin/ledger': 'person',
    '/admin': undefined,
  }
  for (const [path, field] of Object.entries(platform)) {
    const found = shown(await read(administrator, path))
    if (field) assert.ok(found.includes(field), `${field} on ${path}`)
  }

  for (const somebody of [owner, guest, administrator]) {
    assertNoComplaints(somebody)
    await somebody.close()
  }
})
