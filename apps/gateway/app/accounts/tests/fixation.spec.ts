import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import AccountToken from '#accounts/models/account_token'
import User from '#accounts/models/user'
import Invitation from '#organizations/models/invitation'
import { Browser } from '#tests/browser'
import { acme, stranger } from '#tests/world'

interface Way {
  email: string
  enter: (browser: Browser) => ReturnType<Browser['send']>
}

/** Ways to begin a session besides the providers, passkeys and the second step, which prove the same in their own specs. */
const ways: Record<string, () => Promise<Way>> = {
  'a password': async () => {
    const { email, password } = await somebody()
    return { email, enter: (browser) => browser.signIn(email, password) }
  },
  registering: async () => {
    const person = stranger()
    return { email: person.email, enter: (browser) => browser.send('POST', '/api/auth/register', person) }
  },
  'a magic link': async () => {
    const { email, user } = await somebody()
    const token = await db.transaction((trx) => AccountToken.issue(trx, user, 'magic_link'))
    return { email, enter: (browser) => browser.send('POST', '/api/auth/magic-link/session', { token }) }
  },
  'registering by an invitation': async () => {
    const { email, ...person } = stranger()
    const { id: organizationId } = await acme()
    const invitation = await new Invitation().merge({ organizationId, email, role: 'member' }).renew().save()
    const token = await db.transaction((trx) => invitation.issue(trx))
    return {
      email,
      enter: (browser) => browser.send('POST', '/api/invitations/registration', { ...person, token }),
    }
  },
}

async function somebody() {
  const person = stranger()
  return { ...person, user: await User.create(person) }
}

test.group('A session that somebody planted in another’s browser', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const [what, prepare] of Object.entries(ways)) {
    test(`is not theirs after ${what}, nor anybody’s`, async ({ assert }) => {
      const { email, enter } = await prepare()
      const [mallory, victim] = [new Browser(), new Browser()]
      await mallory.visit('/api/auth/csrf')
      victim.take('gantry_session', mallory)
      victim.take('XSRF-TOKEN', mallory)
      const planted = mallory.sessionId
      const answer = await enter(victim)

      assert.oneOf(answer.status, [200, 201])
      assert.equal((await victim.me())?.email, email)
      assert.notEqual(victim.sessionId, planted)
      assert.isNull(await mallory.me())
    })

    test(`of Mallory’s own ends by ${what}, and nothing of it stays`, async ({ assert }) => {
      const { email, enter } = await prepare()
      const [mallory, victim] = [new Browser(), new Browser()]
      await mallory.signIn('charlie@globex.test')
      victim.take('gantry_session', mallory)
      await enter(victim)
      const me = (await victim.me()) as { email: string; organization: { slug: string } | null } | null

      assert.equal(me?.email, email)
      assert.notEqual(me?.organization?.slug, 'globex')
      assert.isNull(await mallory.me())
    })
  }
})
