import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import User from '#accounts/models/user'
import AccountToken from '#accounts/models/account_token'
import Invitation from '#organizations/models/invitation'
import Organization from '#organizations/models/organization'
import { eventsOf, organizationOf, rolesOf } from '#organizations/tests/world'
import { Browser } from '#tests/browser'
import { hold } from '#tests/locks'
import { otherGateway } from '#tests/other_gateway'
import { rowCounts } from '#tests/rows'
import { stranger } from '#tests/world'
import env from '#start/env'

const here = `http://${env.get('HOST')}:${env.get('PORT')}`

interface Act {
  ask: (browser: Browser) => ReturnType<Browser['send']>
  /** What is there once it was done, and once only. */
  done: () => Promise<unknown>
  expected: unknown
  browser?: Browser
  tidy: () => Promise<void>
}

const forget = async (email: string) => {
  const user = await User.findBy({ email })
  if (!user) return
  for (const { id } of await Organization.query().whereHas('memberships', (own) =>
    own.where('userId', user.id),
  ))
    await Organization.query().where({ id }).delete()
  await user.delete()
}

const signedIn = async () => {
  const person = stranger()
  await User.create({ ...person })
  const browser = new Browser()
  await browser.signIn(person.email, person.password)
  return { person, browser, user: await User.findByOrFail({ email: person.email }) }
}

async function invitation(email: string) {
  const { organization, people } = await organizationOf('owner')
  const made = await new Invitation()
    .merge({ organizationId: organization.id, email, role: 'member' })
    .renew()
    .save()
  const token = await db.transaction((trx) => made.issue(trx))
  const tidy = async () => {
    await organization.delete()
    for (const one of people) await one.delete()
  }
  return { organization, token, tidy }
}

const actsOf = async (organization: Organization) =>
  (await eventsOf(organization))
    .map(([action]) => action)
    .filter((action) => action !== 'organization.created')

/** What a person begins, and at which tables its process is killed. */
const acts: Record<string, { tables: string[]; prepare: () => Promise<Act> }> = {
  registering: {
    tables: ['memberships', 'ledger_events'],
    async prepare() {
      const person = stranger()
      return {
        ask: (browser) => browser.send('POST', '/api/auth/register', person),
        done: async () => {
          const { id } = await User.findByOrFail({ email: person.email })
          const memberships = await db.from('memberships').where({ user_id: id })
          const events = await db.from('ledger_events').where({ subject_id: id }).orderBy('id')
          return [memberships.map(({ role }) => role), events.map(({ action }) => action)]
        },
        expected: [['owner'], ['user.registered', 'user.logged_in']],
        tidy: () => forget(person.email),
      }
    },
  },
  'accepting an invitation': {
    tables: ['memberships', 'ledger_events'],
    async prepare() {
      const { person, browser } = await signedIn()
      const { organization, token, tidy } = await invitation(person.email)
      return {
        browser,
        ask: () => browser.send('POST', '/api/invitations/acceptance', { token }),
        done: async () => [await rolesOf(organization), await actsOf(organization)],
        expected: [['owner', 'member'], ['member.joined']],
        tidy: async () => {
          await tidy()
          await forget(person.email)
        },
      }
    },
  },
  'registering by an invitation': {
    tables: ['memberships'],
    async prepare() {
      const { email, ...person } = stranger()
      const { organization, token, tidy } = await invitation(email)
      return {
        ask: (browser) => browser.send('POST', '/api/invitations/registration', { ...person, token }),
        done: async () => [await rolesOf(organization), await actsOf(organization)],
        expected: [
          ['owner', 'member'],
          ['user.registered', 'member.joined'],
        ],
        tidy: async () => {
          await tidy()
          await forget(email)
        },
      }
    },
  },
  'choosing a new password': {
    tables: ['ledger_events'],
    async prepare() {
      const { person, user } = await signedIn()
      const token = await db.transaction((trx) => AccountToken.issue(trx, user, 'password_reset'))
      const password = 'violet-harbour-72'
      return {
        ask: (browser) => browser.send('POST', '/api/auth/reset-password', { token, password }),
        done: async () => (await User.findByOrFail({ email: person.email })).isPassword(password),
        expected: true,
        tidy: () => forget(person.email),
      }
    },
  },
  'deleting an organization': {
    tables: ['ledger_events'],
    async prepare() {
      const { person, browser } = await signedIn()
      const name = `Initech of ${person.email}`
      const { body } = await browser.send('POST', '/api/organizations', { name })
      const { id } = body.data as { id: string }
      return {
        browser,
        ask: () => browser.send('DELETE', `/api/organizations/${id}`, { name }),
        done: async () => [await Organization.find(id), (await eventsOf({ id })).at(-1)?.[0]],
        expected: [null, 'organization.deleted'],
        tidy: () => forget(person.email),
      }
    },
  },
  'asking for one’s account to be deleted': {
    tables: ['ledger_events'],
    async prepare() {
      const { person, browser, user } = await signedIn()
      return {
        browser,
        ask: () => browser.send('DELETE', '/api/user/me'),
        done: async () => {
          const asked = await db.from('ledger_events').where({ subject_id: user.id }).orderBy('id')
          return asked.map(({ action }) => action).filter((action) => action !== 'user.logged_in')
        },
        expected: ['user.deletion_requested'],
        tidy: () => forget(person.email),
      }
    },
  },
}

const moments = Object.entries(acts).flatMap(([what, { tables }]) => tables.map((table) => ({ what, table })))

test.group('A gateway that is killed', () => {
  test('while {what} comes to {table} has done nothing of it, and it is done when asked again')
    .with(moments)
    .run(async ({ assert, cleanup }, { what, table }) => {
      const act = await acts[what]!.prepare()
      cleanup(act.tidy)
      const { browser = new Browser() } = act
      const other = await otherGateway()
      cleanup(() => other.stop())
      await browser.at(other.origin).visit('/api/auth/csrf')
      const before = await rowCounts()

      const held = await hold(table)
      cleanup(held.release)
      const answer = act.ask(browser).then(
        ({ status }) => status,
        () => 'none',
      )
      await held.reached()
      await other.stop('SIGKILL')
      await held.release()

      assert.equal(await answer, 'none')
      assert.deepEqual(await rowCounts(), before)
      assert.oneOf((await act.ask(browser.at(here))).status, [200, 201, 202, 204])
      assert.deepEqual(await act.done(), act.expected)
    })
})
