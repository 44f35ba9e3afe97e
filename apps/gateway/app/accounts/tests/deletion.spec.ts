import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { withdrawDeletion } from '#accounts/account_deletion'
import { Erasure } from '#accounts/erasure/erasure'
import eraseAccounts from '#accounts/jobs/erase_accounts'
import sendAccountDeletionMail from '#accounts/mails/send_account_deletion_mail'
import sendDeletionRefusedMail from '#accounts/mails/send_deletion_refused_mail'
import User from '#accounts/models/user'
import { mailServer } from '#core/tests/mail_server'
import LedgerEvent from '#ledger/models/ledger_event'
import type { Action } from '#ledger/record'
import type { Subscriber } from '#ledger/subscriber'
import { erasers } from '#config/erasure'
import { subscribers } from '#config/ledger'
import Membership from '#organizations/models/membership'
import { acme, ada, alice, bob, charlie, confirmed, dana } from '#tests/world'

const request = (client: ApiClient, user: User) =>
  client.delete('/api/user/me').loginAs(user).withSession(confirmed()).withCsrfToken()

const keep = (client: ApiClient, user: User) =>
  client.delete('/api/user/deletion').loginAs(user).withCsrfToken()

const eventsOf = (action: Action) => LedgerEvent.query().where({ action }).orderBy('id', 'desc')

const isDue = (user: User) => user.merge({ deletionDueAt: DateTime.utc().minus({ seconds: 1 }) }).save()

/** Does what the worker does with the latest event, and reads the mail that goes out. */
async function mailAfter(action: Action, react: Subscriber) {
  const server = await mailServer()
  const [event] = await eventsOf(action)
  await db.transaction((trx) => react(event!, trx)).finally(server.close)
  return server.received.join('\n').replaceAll('=\n', '')
}

test.group('Deleting an account', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is noted for in two weeks, once, and the person told', async ({ assert, client }) => {
    const user = await bob()
    const first = await request(client, user)
    const again = await request(client, user)
    const me = await client.get('/api/auth/me').loginAs(user)
    const { deletionDueAt } = first.body().data

    first.assertStatus(202)
    assert.deepEqual(again.body().data, first.body().data)
    assert.equal(Math.round(DateTime.fromISO(deletionDueAt).diffNow('days').days), 14)
    assert.equal(me.body().data.deletionDueAt, deletionDueAt)
    assert.lengthOf(await eventsOf('user.deletion_requested'), 1)
    assert.include(subscribers['account-deletion-mail'].actions, 'user.deletion_requested')
    const mail = await mailAfter('user.deletion_requested', sendAccountDeletionMail)
    assert.include(mail, 'To: bob@acme.test')
    assert.include(mail, DateTime.fromISO(deletionDueAt, { zone: 'utc' }).toFormat('d MMMM yyyy'))
  })

  test('is taken back as long as it has not begun', async ({ assert, client }) => {
    const user = await bob()
    await request(client, user)
    const kept = await keep(client, await bob())
    const again = await keep(client, await bob())

    kept.assertBody({ success: true, data: { deletionDueAt: null } })
    again.assertStatus(200)
    assert.lengthOf(await eventsOf('user.deletion_withdrawn'), 1)
    await (await bob()).merge({ deletionDueAt: DateTime.utc(), deletionStartedAt: DateTime.utc() }).save()
    await withdrawDeletion(await bob())
    assert.isNotNull((await bob()).deletionDueAt)
  })

  test('needs somebody who has just proved who they are', async ({ assert, client }) => {
    const visitor = await client.delete('/api/user/me').withCsrfToken()
    const stale = await client
      .delete('/api/user/me')
      .loginAs(await bob())
      .withCsrfToken()
    const otherSite = await client
      .delete('/api/user/me')
      .loginAs(await bob())
      .withSession(confirmed())
    const keeper = await client.delete('/api/user/deletion').withCsrfToken()

    visitor.assertStatus(401)
    stale.assertBodyContains({ code: 'E_CONFIRMATION_REQUIRED' })
    otherSite.assertStatus(403)
    keeper.assertStatus(401)
    assert.isNull((await bob()).deletionDueAt)
  })

  test('is refused to an only owner whom others depend on, by name', async ({ assert, client }) => {
    const refused = await request(client, await alice())
    refused.assertStatus(409)
    assert.equal(refused.body().code, 'E_SOLE_OWNER')
    assert.include(refused.body().error, 'Acme')
    assert.isNull((await alice()).deletionDueAt)

    const second = await Membership.findByOrFail({
      userId: (await ada()).id,
      organizationId: (await acme()).id,
    })
    await second.merge({ role: 'owner' }).save()
    ;(await request(client, await alice())).assertStatus(202)
  })

  test('does not count an owner whose account is disabled', async ({ client }) => {
    const other = await ada()
    await Membership.query().where({ userId: other.id }).update({ role: 'owner' })
    await other.merge({ disabledAt: DateTime.utc() }).save()
    ;(await request(client, await alice())).assertStatus(409)
  })

  test('is refused to the last administrator of the platform', async ({ assert, client }) => {
    await Membership.query()
      .where({ userId: (await dana()).id })
      .update({ role: 'member' })
    const refused = await request(client, await dana())
    refused.assertBodyContains({ code: 'E_LAST_ADMINISTRATOR' })
    assert.isNull((await dana()).deletionDueAt)

    await (await bob()).merge({ role: 'platform_admin' }).save()
    ;(await request(client, await dana())).assertStatus(202)
  })

  test('waits for its day', async ({ assert }) => {
    await (await charlie()).merge({ deletionDueAt: DateTime.utc().plus({ hours: 1 }) }).save()
    await eraseAccounts()
    assert.isNull((await charlie()).deletionStartedAt)
  })

  test('does not happen when something has got into the way since', async ({ assert }) => {
    const user = await isDue(await alice())
    assert.isFalse(await new Erasure(user.id).carryOut())

    const after = await alice()
    assert.isNull(after.deletionDueAt)
    assert.isNull(after.disabledAt)
    assert.include(subscribers['deletion-refused-mail'].actions, 'user.deletion_refused')
    assert.include(await mailAfter('user.deletion_refused', sendDeletionRefusedMail), 'only owner of Acme')
  })

  test('of one that fails keeps nobody else waiting', async ({ assert, cleanup }) => {
    const server = await mailServer()
    cleanup(server.close)
    const [unlucky, other] = [await isDue(await bob()), await isDue(await charlie())]
    const load = erasers.files!
    cleanup(() => void (erasers.files = load))
    erasers.files = async () => ({
      default: async (user) => {
        if (user.id === unlucky.id) throw new Error('away')
      },
    })

    await assert.rejects(eraseAccounts, '1 accounts not erased yet')
    assert.isNotNull((await User.findOrFail(other.id)).deletedAt)
  })
})
