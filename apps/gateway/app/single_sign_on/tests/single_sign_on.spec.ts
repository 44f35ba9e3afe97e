import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { Secret, TOTP } from 'otpauth'
import { OtherWayMail } from '#accounts/mails/other_way_mail'
import AccountToken, { type Purpose } from '#accounts/models/account_token'
import Authenticator from '#accounts/models/authenticator'
import Identity from '#accounts/models/identity'
import User from '#accounts/models/user'
import { TwoFactor } from '#accounts/two_factor'
import deliverEvent from '#ledger/jobs/deliver_event'
import Membership from '#organizations/models/membership'
import OrganizationDomain from '#single_sign_on/models/organization_domain'
import OrganizationProvider from '#single_sign_on/models/organization_provider'
import env from '#start/env'
import { Browser } from '#tests/browser'
import { client as registered, IdentityProvider, type Person } from '#tests/identity_provider'
import { acme, alice, bob, globex, login, password, stranger } from '#tests/world'

const there = new IdentityProvider(`http://127.0.0.2:${env.get('PORT')}`)
const issuer = `${there.origin}/acme`

/** Acme signs in by its provider, for addresses at acme.test. */
async function signingIn({ isRequired = false, role = 'member' } = {}) {
  const { id: organizationId } = await acme()
  const provider = new OrganizationProvider().merge({ organizationId, issuer, clientId: registered.id, role })
  provider.keepSecret(registered.secret)
  await provider.merge({ isRequired }).save()
  await OrganizationDomain.create({ organizationId, name: 'acme.test', verifiedAt: DateTime.now() })
  return provider
}

const someone = (email: string, claims: object = {}): Person => ({
  sub: email,
  email,
  name: 'Nora New',
  ...claims,
})

async function begin(browser: Browser, email: string, next = '') {
  const query = new URLSearchParams({ email, ...(next && { next }) })
  return browser.visit(`/api/auth/single-sign-on?${query}`)
}

async function arrive(person: Person, { browser = new Browser(), by = 'nora@acme.test', next = '' } = {}) {
  const { location } = await begin(browser, by, next)
  return { browser, answer: await browser.visit(there.approve(location, person)) }
}

const asking = [
  ['/api/auth/forgot-password', 'password-reset-mail'],
  ['/api/auth/magic-link', 'magic-link-mail'],
] as const

const problem = (location: string) => new URL(location, 'http://site').searchParams.get('problem')
const memberships = async (email: string) => {
  const user = await User.findBy({ email })
  return user ? Membership.query().where({ userId: user.id }).preload('organization') : null
}

test.group('Signing in with an organization', (group) => {
  group.setup(async () => {
    await there.start()
    return () => there.stop()
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => {
    there.fault = {}
  })

  test('makes somebody new a member with the mapped role, and nothing else', async ({ assert }) => {
    await signingIn({ role: 'viewer' })
    const { browser, answer } = await arrive(someone('nora@acme.test'), { next: '/dashboard/billing' })
    const found = await memberships('nora@acme.test')

    assert.equal(answer.location, '/dashboard/billing')
    assert.containsSubset(await browser.me(), {
      email: 'nora@acme.test',
      fullName: 'Nora New',
      hasPassword: false,
      organization: { slug: 'acme', role: 'viewer' },
    })
    assert.deepEqual(
      found?.map(({ role, organization }) => [role, organization.slug]),
      [['viewer', 'acme']],
    )
  })

  for (const next of [
    '//mallory.example',
    '/\\mallory.example',
    'https://mallory.example',
    '/\t/mallory.example',
  ])
    test(`never leads to ${JSON.stringify(next)}`, async ({ assert }) => {
      await signingIn()
      const { browser, answer } = await arrive(someone('nora@acme.test'), { next })

      assert.equal(answer.location, '/dashboard')
      assert.equal((await browser.me())?.email, 'nora@acme.test')
    })

  test('is recorded, and proves that the provider works', async ({ assert }) => {
    const provider = await signingIn()
    await arrive(someone('nora@acme.test'))
    const user = await User.findByOrFail({ email: 'nora@acme.test' })
    const events = await db.from('ledger_events').where('actor_id', user.id).orderBy('id')

    assert.deepEqual(
      events.map(({ action }) => action),
      ['user.provisioned', 'member.provisioned', 'user.logged_in'],
    )
    assert.equal(events.at(-1).metadata.method, 'oidc')
    await provider.refresh()
    assert.isNotNull(provider.provenAt)
  })

  test('knows the person again by subject, also under another address', async ({ assert }) => {
    await signingIn()
    await arrive(someone('nora@acme.test', { sub: '1' }))
    const { browser } = await arrive(someone('nora.new@acme.test', { sub: '1' }))

    assert.equal((await browser.me())?.email, 'nora@acme.test')
    assert.isNull(await User.findBy({ email: 'nora.new@acme.test' }))
  })

  test('lets a member in whose address is proved, and keeps the role', async ({ assert }) => {
    await signingIn()
    const user = await bob()
    await user.merge({ emailVerifiedAt: DateTime.now() }).save()
    const { browser } = await arrive(someone(user.email))

    assert.equal((await browser.me())?.email, user.email)
    assert.lengthOf((await memberships(user.email))!, 1)
  })

  test('leads there also where a second step comes between', async ({ assert }) => {
    await signingIn()
    const user = await (await bob()).merge({ emailVerifiedAt: DateTime.now() }).save()
    await (await globex()).related('memberships').create({ userId: user.id, role: 'viewer' })
    await Membership.query().where({ userId: user.id }).whereNot({ role: 'viewer' }).delete()
    const secret = Authenticator.newSecret()
    const app = new TOTP({ secret: Secret.fromBase32(secret) })
    await new TwoFactor(user).enable(secret, app.generate({ timestamp: Date.now() - 30_000 }))
    const { browser, answer } = await arrive(someone('bob@acme.test'), { by: 'bob@acme.test' })
    const step = await browser.send('POST', '/api/auth/two-factor/session', { code: app.generate() })

    assert.include(answer.location, '/login/second-step')
    assert.equal(step.status, 200)
    assert.containsSubset(await browser.me(), { organization: { slug: 'acme' } })
  })

  test('enters no account whose address was never proved', async ({ assert }) => {
    await signingIn()
    const user = await (await bob()).merge({ emailVerifiedAt: null }).save()
    const { browser, answer } = await arrive(someone(user.email))

    assert.equal(problem(answer.location), 'E_ACCOUNT_EXISTS')
    assert.isNull(await browser.me())
  })

  for (const email of [
    'charlie@globex.test',
    'nora@sub.acme.test',
    'nora@acme.test.evil.test',
    'alice@elsewhere.test',
  ]) {
    test(`believes nothing about ${email}`, async ({ assert }) => {
      await signingIn()
      const { browser, answer } = await arrive(someone(email, { email_verified: true }))

      assert.equal(problem(answer.location), 'E_FOREIGN_ADDRESS')
      assert.isNull(await browser.me())
    })
  }

  test('believes nothing about a domain that is only claimed', async ({ assert }) => {
    const { organizationId } = await signingIn()
    await OrganizationDomain.create({ organizationId, name: 'globex.test' })
    const { browser, answer } = await arrive(someone('charlie@globex.test'))

    assert.equal(problem(answer.location), 'E_FOREIGN_ADDRESS')
    assert.isNull(await browser.me())
  })

  const refused: Record<string, [string, object]> = {
    'no address': ['E_PROVIDER_NO_EMAIL', { email: undefined }],
    'an address that it says is not confirmed': ['E_PROVIDER_EMAIL_UNVERIFIED', { email_verified: false }],
  }
  for (const [what, [code, claims]] of Object.entries(refused)) {
    test(`refuses ${what}`, async ({ assert }) => {
      await signingIn()
      const { browser, answer } = await arrive(someone('nora@acme.test', claims))
      assert.equal(problem(answer.location), code)
      assert.isNull(await browser.me())
    })
  }

  test('refuses what is not proved', async ({ assert }) => {
    await signingIn()
    for (const fault of [
      { foreignKey: true },
      { hmac: registered.secret },
      { claims: { nonce: 'another' } },
      { claims: { aud: 'another' } },
      { claims: { iss: `${there.origin}/globex` } },
    ]) {
      there.fault = fault
      const { browser, answer } = await arrive(someone('nora@acme.test'))
      assert.equal(problem(answer.location), 'E_IDENTITY_UNPROVEN')
      assert.isNull(await browser.me())
    }
  })

  test('refuses an answer to another browser, another organization’s, and one that is used again', async ({
    assert,
  }) => {
    await signingIn()
    const [browser, victim] = [new Browser(), new Browser()]
    const { location } = await begin(browser, 'nora@acme.test')
    const back = there.approve(location, someone('nora@acme.test'))
    const { id } = await globex()

    for (const answer of [
      await victim.visit(back),
      await victim.visit(back.replace(/sign-on\/[^/]+/, `sign-on/${id}`)),
    ])
      assert.equal(problem(answer.location), 'E_IDENTITY_UNPROVEN')
    await browser.visit(back)
    assert.equal(problem((await browser.visit(back)).location), 'E_IDENTITY_UNPROVEN')
    assert.isNull(await victim.me())
  })

  test('says so where no organization speaks for the address', async ({ assert }) => {
    const { location } = await begin(new Browser(), 'nora@nowhere.test')
    assert.equal(location, '/single-sign-on?problem=E_NO_SINGLE_SIGN_ON')
  })

  test('who is disabled stays out, and a disabled organization signs nobody in', async ({ assert }) => {
    await signingIn()
    await arrive(someone('nora@acme.test'))
    await User.query().where({ email: 'nora@acme.test' }).update({ disabledAt: DateTime.now() })
    const { browser, answer } = await arrive(someone('nora@acme.test'))
    await (await acme()).merge({ disabledAt: DateTime.now() }).save()
    const { location } = await begin(new Browser(), 'nora@acme.test')

    assert.equal(problem(answer.location), 'E_ACCOUNT_DISABLED')
    assert.isNull(await browser.me())
    assert.equal(problem(location), 'E_NO_SINGLE_SIGN_ON')
  })
})

test.group('An organization that requires its provider', (group) => {
  group.setup(async () => {
    await there.start()
    return () => there.stop()
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('keeps members out who come by a password, with a session or a token', async ({ assert, client }) => {
    await signingIn({ isRequired: true })
    const { email } = await bob()
    const session = await login(client, email)
    const token = await client.post('/api/auth/token').json({ email, password })
    const wrong = await login(client, email, 'a wrong password')

    for (const answer of [session, token]) {
      answer.assertStatus(403)
      assert.equal(answer.body().code, 'E_SINGLE_SIGN_ON_REQUIRED')
    }
    assert.equal(wrong.body().code, 'E_INVALID_CREDENTIALS')
  })

  test('keeps members out who come by a mailed link, and leaves their password', async ({
    assert,
    client,
  }) => {
    const user = await bob()
    const issue = (purpose: Purpose) => db.transaction((trx) => AccountToken.issue(trx, user, purpose))
    const [reset, magic] = [await issue('password_reset'), await issue('magic_link')]
    await signingIn({ isRequired: true })
    const answers = [
      await client.post('/api/auth/reset-password').json({ token: reset, password: 'violet-harbour-72' }),
      await client.post('/api/auth/magic-link/session').withCsrfToken().json({ token: magic }),
    ]

    for (const answer of answers) assert.equal(answer.body().code, 'E_SINGLE_SIGN_ON_REQUIRED')
    assert.isTrue(await (await bob()).isPassword(password))
  })

  test('has members told by mail how they sign in, without a link', async ({ assert, client, cleanup }) => {
    await signingIn({ isRequired: true })
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    for (const [path, subscriber] of asking) {
      await client.post(path).json({ email: 'bob@acme.test' })
      const event = await db.from('ledger_events').orderBy('id', 'desc').firstOrFail()
      await deliverEvent({ eventId: event.id, subscriber })
    }
    const sent = mails.sent((one) => one instanceof OtherWayMail)

    assert.lengthOf(sent, 2)
    for (const { message } of sent) message.assertTextIncludes('Sign in with your organization')
    assert.isEmpty(await db.from('account_tokens').where({ user_id: (await bob()).id }))
  })

  test('asks nobody for a second step who has to come another way', async ({ assert, client }) => {
    await signingIn({ isRequired: true })
    const user = await (await bob()).merge({ twoFactorEnabledAt: DateTime.now() }).save()
    assert.equal((await login(client, user.email)).body().code, 'E_SINGLE_SIGN_ON_REQUIRED')
  })

  test('keeps members out who come by Google', async ({ assert }) => {
    await signingIn({ isRequired: true })
    const user = await bob()
    const [google, subject] = [`${there.origin}/google`, 'bob-at-google']
    await Identity.create({ userId: user.id, provider: 'google', issuer: google, subject })
    const browser = new Browser()
    const { location } = await browser.visit('/api/auth/providers/google/redirect')
    const answer = await browser.visit(there.approve(location, someone(user.email, { sub: subject })))

    assert.equal(problem(answer.location), 'E_SINGLE_SIGN_ON_REQUIRED')
    assert.isNull(await browser.me())
  })

  test('lets them in by the provider', async ({ assert }) => {
    await signingIn({ isRequired: true })
    const { browser } = await arrive(someone('nora@acme.test'))
    assert.equal((await browser.me())?.email, 'nora@acme.test')
  })

  test('lets its owners in by other ways', async ({ client }) => {
    await signingIn({ isRequired: true })
    ;(await login(client, (await alice()).email)).assertStatus(200)
  })

  test('lets guests in, for whom its provider cannot speak', async ({ client }) => {
    await signingIn({ isRequired: true })
    const { email, ...guest } = stranger()
    const user = await User.create({ email, ...guest })
    await (await acme()).related('memberships').create({ userId: user.id, role: 'member' })
    ;(await login(client, email, guest.password)).assertStatus(200)
  })
})
