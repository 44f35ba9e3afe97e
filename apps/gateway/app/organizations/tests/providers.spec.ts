import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Identity from '#accounts/models/identity'
import User from '#accounts/models/user'
import env from '#start/env'
import { Browser } from '#tests/browser'
import { type Fault, IdentityProvider, type Person } from '#tests/identity_provider'
import { alice, bob, stranger } from '#tests/world'

const there = new IdentityProvider(`http://127.0.0.2:${env.get('PORT')}`)

const newcomer = (): Person => {
  const { email, fullName } = stranger()
  return { sub: String(Math.floor(Math.random() * 1e9)), email, email_verified: true, name: fullName }
}

/** Goes to the provider and comes back as that person. */
async function arrive(browser: Browser, provider: string, person: Person, next = '') {
  const query = next && `?next=${encodeURIComponent(next)}`
  const { location } = await browser.visit(`/api/auth/providers/${provider}/redirect${query}`)
  return browser.visit(there.approve(location, person))
}

const problem = (location: string) => new URL(location, 'http://site').searchParams.get('problem')
const people = async () => Number((await db.from('users').count('* as total').firstOrFail()).total)
const verified = async (user: User) => user.merge({ emailVerifiedAt: DateTime.now() }).save()

test.group('Providers', (group) => {
  group.setup(async () => {
    await there.start()
    return () => there.stop()
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => {
    there.fault = {}
  })

  test('are the ones with credentials', async ({ assert, client }) => {
    const answer = await client.get('/api/auth/providers')

    answer.assertStatus(200)
    assert.deepEqual(answer.body().data, [
      { name: 'google', label: 'Google' },
      { name: 'github', label: 'GitHub' },
      { name: 'oidc', label: 'Yard' },
    ])
    assert.notProperty(answer.headers(), 'set-cookie')
  })

  for (const provider of ['google', 'github', 'oidc']) {
    test(`${provider} opens an account, and the same one the next time`, async ({ assert }) => {
      const person = newcomer()
      const first = new Browser()
      const answer = await arrive(first, provider, person)
      const again = new Browser()
      await arrive(again, provider, { ...person, email: 'elsewhere@example.test' })

      assert.equal(answer.status, 302)
      assert.equal(answer.location, '/dashboard')
      assert.containsSubset(await first.me(), {
        email: person.email,
        fullName: person.name,
        hasPassword: false,
        organization: { name: person.name, role: 'owner' },
      })
      assert.isString((await first.me())?.emailVerifiedAt)
      assert.equal((await again.me())?.email, person.email)
    })

    test(`${provider} is asked with state and PKCE, to come back here`, async ({ assert }) => {
      const { location } = await new Browser().visit(`/api/auth/providers/${provider}/redirect`, {
        'x-forwarded-host': 'mallory.example',
        'x-forwarded-proto': 'https',
      })
      const { searchParams } = new URL(location)

      assert.equal(
        searchParams.get('redirect_uri'),
        `${env.get('APP_URL')}/api/auth/providers/${provider}/callback`,
      )
      assert.equal(searchParams.get('code_challenge_method'), 'S256')
      assert.match(searchParams.get('code_challenge') ?? '', /^[\w-]{43}$/)
      assert.isAbove(searchParams.get('state')?.length ?? 0, 20)
      if (provider !== 'github') assert.match(searchParams.get('nonce') ?? '', /^[\w-]{43}$/)
    })
  }

  test('an account that is opened is recorded, with how the person came', async ({ assert }) => {
    const person = newcomer()
    await arrive(new Browser(), 'google', person)
    const user = await User.findByOrFail({ email: person.email })
    const events = await db.from('ledger_events').where('subject_id', user.id).orderBy('id')

    assert.deepEqual(
      events.map(({ action, metadata }) => [action, metadata.provider ?? metadata.method]),
      [
        ['user.registered', 'google'],
        ['user.logged_in', 'social'],
      ],
    )
  })

  test('lead back to where somebody wanted to go', async ({ assert }) => {
    const answer = await arrive(new Browser(), 'google', newcomer(), '/dashboard/billing?plan=pro#top')
    assert.equal(answer.location, '/dashboard/billing?plan=pro#top')
  })

  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'data:text/html,hi',
    '\t//evil.example',
    '/\t/evil.example',
    '%09//evil.example',
    '/%09/evil.example/..//x',
    '/.//evil.example',
    'evil.example',
  ]
  for (const next of elsewhere) {
    test(`never lead to ${JSON.stringify(next)}`, async ({ assert }) => {
      const { location } = await arrive(new Browser(), 'google', newcomer(), next)
      assert.equal(new URL(location, 'https://site.test').host, 'site.test')
      assert.notMatch(location, /^\/[/\\]/)
    })
  }
})

test.group('Providers, attacked', (group) => {
  group.setup(async () => {
    await there.start()
    return () => there.stop()
  })
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => {
    there.fault = {}
  })

  /** Nobody is signed in, nobody new is known, and the page that says so is ours. */
  const refusedWith = async (
    browser: Browser,
    answer: { status: number; location: string },
    before: number,
  ) => ({
    status: answer.status,
    page: answer.location.split('?')[0],
    problem: problem(answer.location),
    signedIn: await browser.me(),
    newPeople: (await people()) - before,
  })
  const refused = (code: string) => ({
    status: 302,
    page: '/login',
    problem: code,
    signedIn: null,
    newPeople: 0,
  })
  const unproven = refused('E_IDENTITY_UNPROVEN')

  for (const provider of ['google', 'github']) {
    for (const state of [null, '', 'guessed']) {
      test(`${provider}: a state of ${JSON.stringify(state)} is refused`, async ({ assert }) => {
        const [browser, before] = [new Browser(), await people()]
        const { location } = await browser.visit(`/api/auth/providers/${provider}/redirect`)
        const back = new URL(there.approve(location, newcomer()))
        back.searchParams.delete('state')
        if (state !== null) back.searchParams.set('state', state)

        assert.deepEqual(await refusedWith(browser, await browser.visit(back.href), before), unproven)
      })
    }

    test(`${provider}: another’s answer is refused in a browser that asked nothing`, async ({ assert }) => {
      const [mallory, victim, before] = [new Browser(), new Browser(), await people()]
      const { location } = await mallory.visit(`/api/auth/providers/${provider}/redirect`)
      const answer = await victim.visit(there.approve(location, newcomer()))
      assert.deepEqual(await refusedWith(victim, answer, before), unproven)
    })

    test(`${provider}: another’s answer is refused in a browser that asked too`, async ({ assert }) => {
      const [mallory, victim, before] = [new Browser(), new Browser(), await people()]
      const { location } = await mallory.visit(`/api/auth/providers/${provider}/redirect`)
      await victim.visit(`/api/auth/providers/${provider}/redirect`)
      const answer = await victim.visit(there.approve(location, newcomer()))
      assert.deepEqual(await refusedWith(victim, answer, before), unproven)
    })

    test(`${provider}: without the verifier the code is worth nothing`, async ({ assert }) => {
      const [browser, before] = [new Browser(), await people()]
      const { location } = await browser.visit(`/api/auth/providers/${provider}/redirect`)
      const back = there.approve(location, newcomer())
      browser.forget(provider === 'github' ? 'gh_oauth_verifier' : 'google_verifier')
      assert.deepEqual(await refusedWith(browser, await browser.visit(back), before), unproven)
    })

    test(`${provider}: with another’s verifier it is not either`, async ({ assert }) => {
      const [browser, other, before] = [new Browser(), new Browser(), await people()]
      await other.visit(`/api/auth/providers/${provider}/redirect`)
      const { location } = await browser.visit(`/api/auth/providers/${provider}/redirect`)
      const back = there.approve(location, newcomer())
      browser.take(provider === 'github' ? 'gh_oauth_verifier' : 'google_verifier', other)
      assert.deepEqual(await refusedWith(browser, await browser.visit(back), before), unproven)
    })

    test(`${provider}: an answer counts once`, async ({ assert }) => {
      const browser = new Browser()
      const { location } = await browser.visit(`/api/auth/providers/${provider}/redirect`)
      const back = there.approve(location, newcomer())
      await browser.visit(back)
      assert.equal(problem((await browser.visit(back)).location), 'E_IDENTITY_UNPROVEN')
    })

    test(`${provider}: a made-up code is refused, and what the provider says of it is not shown`, async ({
      assert,
    }) => {
      const [browser, before] = [new Browser(), await people()]
      const { location } = await browser.visit(`/api/auth/providers/${provider}/redirect`)
      const back = new URL(there.approve(location, newcomer()))
      back.searchParams.set('code', 'made-up')
      const answer = await browser.visit(back.href)
      assert.deepEqual(await refusedWith(browser, answer, before), unproven)
      assert.notMatch(JSON.stringify(answer), /a secret/)
    })
  }

  test('one provider’s answer is refused at another’s address', async ({ assert }) => {
    const [browser, before] = [new Browser(), await people()]
    const { location } = await browser.visit('/api/auth/providers/google/redirect')
    const back = there.approve(location, newcomer()).replace('/google/', '/oidc/')
    assert.deepEqual(await refusedWith(browser, await browser.visit(back), before), unproven)
  })

  test('an answer that names another issuer is refused', async ({ assert }) => {
    const [browser, before] = [new Browser(), await people()]
    const { location } = await browser.visit('/api/auth/providers/google/redirect')
    const back = `${there.approve(location, newcomer())}&iss=${encodeURIComponent('https://mallory.example')}`
    assert.deepEqual(await refusedWith(browser, await browser.visit(back), before), unproven)
  })

  const now = Math.floor(Date.now() / 1000)
  const faults: Record<string, Fault> = {
    'made for another client': { claims: { aud: 'another-client' } },
    'made for others too': { claims: { aud: ['gantry', 'another-client'] } },
    'authorized for another client': { claims: { azp: 'another-client' } },
    'made by another issuer': { claims: { iss: 'https://mallory.example' } },
    'with another nonce': { claims: { nonce: 'another' } },
    'without a nonce': { claims: { nonce: undefined } },
    'without a subject': { claims: { sub: undefined } },
    'that has ended': { claims: { exp: now - 3_600 } },
    'that never ends': { claims: { exp: undefined } },
    'not valid yet': { claims: { nbf: now + 3_600 } },
    'signed with an unknown key': { foreignKey: true },
    'signed with the client’s own secret': { hmac: 'only-for-tests' },
  }
  for (const [what, fault] of Object.entries(faults)) {
    test(`an id token ${what} is refused`, async ({ assert }) => {
      const [browser, before] = [new Browser(), await people()]
      there.fault = fault
      assert.deepEqual(
        await refusedWith(browser, await arrive(browser, 'oidc', newcomer()), before),
        unproven,
      )
    })
  }

  test('a token for several clients is taken when it says that it is for us', async ({ assert }) => {
    const [browser, person] = [new Browser(), newcomer()]
    there.fault = { claims: { aud: ['gantry', 'another-client'], azp: 'gantry' } }
    await arrive(browser, 'oidc', person)
    assert.equal((await browser.me())?.email, person.email)
  })

  test('who says no at the provider is told that nothing happened', async ({ assert }) => {
    const [browser, before] = [new Browser(), await people()]
    const { location } = await browser.visit('/api/auth/providers/google/redirect')
    const answer = await browser.visit(there.deny(location))
    assert.deepEqual(await refusedWith(browser, answer, before), refused('E_PROVIDER_DENIED'))
  })

  test('one that is off, or unknown, leads nowhere', async ({ assert }) => {
    for (const name of ['facebook', '__proto__', 'toString', 'Google']) {
      for (const end of ['redirect', 'callback?code=1&state=1']) {
        const answer = await new Browser().visit(`/api/auth/providers/${name}/${end}`)
        assert.deepEqual([answer.status, answer.body.code], [404, 'E_UNKNOWN_PROVIDER'])
      }
    }
  })

  test('words in an address never reach the page', async ({ assert }) => {
    const browser = new Browser()
    await browser.visit('/api/auth/providers/google/redirect')
    const { location } = await browser.visit(
      '/api/auth/providers/google/callback?error=server_error&error_description=Call+0800-EVIL',
    )
    assert.equal(location, '/login?problem=E_IDENTITY_UNPROVEN&next=%2Fdashboard')
  })

  test('no address enters the account that has it', async ({ assert }) => {
    const user = await verified(await alice())
    for (const email of [user.email, user.email.toUpperCase()]) {
      const [browser, before] = [new Browser(), await people()]
      const answer = await arrive(browser, 'google', { ...newcomer(), email })
      assert.deepEqual(await refusedWith(browser, answer, before), refused('E_ACCOUNT_EXISTS'))
    }
    assert.lengthOf(await Identity.query().where({ userId: user.id }), 0)
  })

  test('one who does not tell an address opens nothing', async ({ assert }) => {
    for (const email of [undefined, '', 'not-an-address']) {
      const [browser, before] = [new Browser(), await people()]
      const answer = await arrive(browser, 'oidc', { ...newcomer(), email })
      assert.deepEqual(await refusedWith(browser, answer, before), refused('E_PROVIDER_NO_EMAIL'))
    }
  })

  test('an address that the provider does not vouch for opens nothing', async ({ assert }) => {
    for (const email_verified of [false, undefined, 'yes', 1]) {
      const [browser, before] = [new Browser(), await people()]
      const person = { ...newcomer(), email_verified } as Person
      const answer = await arrive(browser, 'oidc', person)
      assert.deepEqual(await refusedWith(browser, answer, before), refused('E_PROVIDER_EMAIL_UNVERIFIED'))
    }
  })

  test('who is disabled stays out', async ({ assert }) => {
    const person = newcomer()
    await arrive(new Browser(), 'google', person)
    const user = await User.findByOrFail({ email: person.email })
    await user.merge({ disabledAt: DateTime.now() }).save()
    const [browser, before] = [new Browser(), await people()]
    const answer = await arrive(browser, 'google', person)
    assert.deepEqual(await refusedWith(browser, answer, before), refused('E_ACCOUNT_DISABLED'))
  })

  test('the session that was there before ends', async ({ assert }) => {
    const [browser, before] = [new Browser(), new Browser()]
    await browser.signIn((await bob()).email)
    before.take('gantry_session', browser)
    const person = newcomer()
    await arrive(browser, 'google', person)

    assert.equal((await browser.me())?.email, person.email)
    assert.isNull(await before.me())
  })
})
