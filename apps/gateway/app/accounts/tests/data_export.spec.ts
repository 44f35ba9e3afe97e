import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import makeExport from '#accounts/export/make_export'
import sendExportMail from '#accounts/mails/send_export_mail'
import DataExport from '#accounts/models/data_export'
import type User from '#accounts/models/user'
import { storage } from '#core/uploads/storage'
import LedgerEvent from '#ledger/models/ledger_event'
import type { Subscriber } from '#ledger/subscriber'
import { subscribers } from '#config/ledger'
import { personalData } from '#config/personal_data'
import { alice, bob, confirmed } from '#tests/world'

const path = '/api/user/export'
const file = '/api/user/export/file'

const request = (client: ApiClient, user: User) =>
  client.post(path).loginAs(user).withSession(confirmed()).withCsrfToken()

/** Does what the worker does with the latest request. */
async function work(react: Subscriber, action: string) {
  const event = await LedgerEvent.query().where({ action }).orderBy('id', 'desc').firstOrFail()
  await db.transaction((trx) => react(event, trx))
}

function fetchFile(client: ApiClient, user: User) {
  const wanted = client.get(file).loginAs(user)
  wanted.request.responseType('blob')
  return wanted
}

const make = () => work(makeExport, 'user.export_requested')

test.group('Data exports', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('hold everything about a person, for them alone', async ({ assert, client }) => {
    const user = await alice()
    const [asked, early] = [await request(client, user), await client.get(file).loginAs(user)]
    await make()
    const listed = await client.get(path).loginAs(user)
    const download = await fetchFile(client, user)
    const zip = (download.body() as Buffer).toString('latin1')

    asked.assertStatus(202)
    early.assertStatus(404)
    assert.isNull(asked.body().data.readyAt)
    assert.isString(listed.body().data[0].readyAt)
    assert.containsSubset(download.headers(), {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="my-data.zip"',
      'cache-control': 'private, no-store',
    })
    for (const name of Object.keys(personalData).filter((name) => name !== 'picture.webp'))
      assert.include(zip, name)
    ;(await client.get(file).loginAs(await bob())).assertStatus(404)
  })

  test('say of each part what we know, and no secret', async ({ assert }) => {
    const user = await alice()
    const parts: unknown[] = []
    for (const load of Object.values(personalData)) parts.push(await (await load()).default(user))
    const text = JSON.stringify(parts)

    assert.include(text, 'alice@acme.test')
    assert.include(text, '"slug":"acme","role":"owner"')
    assert.notInclude(text, String(user.password))
  })

  test('are made one at a time', async ({ assert, client }) => {
    const [first, again] = [await request(client, await alice()), await request(client, await alice())]
    const events = await db.from('ledger_events').where({ action: 'user.export_requested' })

    assert.equal(again.body().data.id, first.body().data.id)
    assert.lengthOf(events, 1)
  })

  test('make way for a newer one', async ({ assert, client }) => {
    const first = await request(client, await alice())
    await make()
    const second = await request(client, await alice())

    assert.notEqual(second.body().data.id, first.body().data.id)
    ;(await client.get(file).loginAs(await alice())).assertStatus(404)
  })

  test('made twice, as after a crash, are told of once', async ({ assert, client }) => {
    await request(client, await alice())
    await make()
    await make()

    assert.lengthOf(await db.from('ledger_events').where({ action: 'user.export_made' }), 1)
    assert.include(subscribers['export-mail'].actions, 'user.export_made')
    await work(sendExportMail, 'user.export_made')
  })

  test('are gone after a week, the file too', async ({ assert, client }) => {
    const user = await alice()
    await request(client, user)
    await make()
    const made = await DataExport.findByOrFail({ userId: user.id })
    assert.equal(Math.round(made.expiresAt!.diff(made.readyAt!, 'days').days), 7)

    await made.merge({ expiresAt: DateTime.utc().minus({ minutes: 1 }) }).save()
    ;(await client.get(file).loginAs(user)).assertStatus(404)
    await storage.write('exports/0197a000-0000-7000-8000-000000000000.zip', Buffer.from('of nobody'))
    await DataExport.removeExpired()
    assert.isNull(await made.contents())
    assert.isNull(await storage.read('exports/0197a000-0000-7000-8000-000000000000.zip'))
    assert.isNull(await DataExport.find(made.id))
  })

  test('need somebody who has just proved who they are', async ({ assert, client }) => {
    const visitor = await client.post(path).withCsrfToken()
    const stale = await client
      .post(path)
      .loginAs(await alice())
      .withCsrfToken()

    visitor.assertStatus(401)
    stale.assertStatus(403)
    assert.equal(stale.body().code, 'E_CONFIRMATION_REQUIRED')
    assert.lengthOf(await DataExport.all(), 0)
  })
})
