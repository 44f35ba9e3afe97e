import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import AccountToken, { type Purpose } from '#accounts/models/account_token'
import User from '#accounts/models/user'
import Invitation from '#organizations/models/invitation'
import { eventsOf, organizationOf, rolesOf } from '#organizations/tests/world'
import { stranger } from '#tests/world'

const passwords = ['violet-harbour-72', 'amber-lighthouse-31'] as const

const secretFor = async (user: User, purpose: Purpose) =>
  db.transaction((trx) => AccountToken.issue(trx, user, purpose))

const post = (client: ApiClient, path: string, body: object) => client.post(path).withCsrfToken().json(body)

/** Outside of one transaction, because the two have to meet at the row. */
test.group('Of two who follow a link at the same moment, one wins:', () => {
  async function somebody(cleanup: (forget: () => Promise<void>) => void) {
    const user = await User.create(stranger())
    cleanup(() => user.delete())
    return user
  }

  test('a new password is one of the two, and the other opens nothing', async ({
    assert,
    cleanup,
    client,
  }) => {
    const user = await somebody(cleanup)
    const token = await secretFor(user, 'password_reset')
    const answers = await Promise.all(
      passwords.map((password) => post(client, '/api/auth/reset-password', { token, password })),
    )
    const works = await Promise.all(
      passwords.map(async (password) => (await User.findOrFail(user.id)).isPassword(password)),
    )

    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [200, 422],
    )
    assert.deepEqual(
      works,
      answers.map((answer) => answer.status() === 200),
    )
    const changes = db.from('ledger_events').where({ subject_id: user.id, action: 'user.password_changed' })
    assert.lengthOf(await changes, 1)
  })

  test('an address is confirmed once', async ({ assert, cleanup, client }) => {
    const user = await somebody(cleanup)
    const token = await secretFor(user, 'verification')
    const follow = () => post(client, '/api/auth/verify-email', { token })
    const answers = await Promise.all([follow(), follow()])

    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [200, 422],
    )
    const confirmations = db
      .from('ledger_events')
      .where({ subject_id: user.id, action: 'user.email_verified' })
    assert.lengthOf(await confirmations, 1)
  })

  test('a magic link begins one session', async ({ assert, cleanup, client }) => {
    const user = await somebody(cleanup)
    const token = await secretFor(user, 'magic_link')
    const follow = () => post(client, '/api/auth/magic-link/session', { token })
    const answers = await Promise.all([follow(), follow()])

    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [200, 422],
    )
    const begun = db.from('ledger_events').where({ subject_id: user.id, action: 'user.logged_in' })
    assert.lengthOf(await begun, 1)
  })

  test('an invitation opens one account, which has the name and password of who was first', async ({
    assert,
    cleanup,
    client,
  }) => {
    const { organization, people } = await organizationOf('owner')
    const { email } = stranger()
    cleanup(async () => {
      await organization.delete()
      await User.query().where({ email }).delete()
      for (const one of people) await one.delete()
    })
    const made = new Invitation().merge({ organizationId: organization.id, email, role: 'member' }).renew()
    const token = await db.transaction(async (trx) => (await made.useTransaction(trx).save()).issue(trx))
    const answers = await Promise.all(
      passwords.map((password, index) =>
        post(client, '/api/invitations/registration', { token, password, fullName: `Number ${index}` }),
      ),
    )
    const winner = answers.findIndex((answer) => answer.status() === 201)
    const user = await User.findByOrFail({ email })

    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [201, 422],
    )
    assert.match(answers[1 - winner]!.body().code, /^E_LINK_/)
    assert.equal(user.fullName, `Number ${winner}`)
    assert.isTrue(await user.isPassword(passwords[winner]!))
    assert.deepEqual(await rolesOf(organization), ['owner', 'member'])
    assert.lengthOf(
      (await eventsOf(organization)).filter(([action]) => action === 'user.registered'),
      1,
    )
  })
})
