import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import sendExportMail from '#accounts/mails/send_export_mail'
import DataExport from '#accounts/models/data_export'
import type User from '#accounts/models/user'
import { mailServer } from '#core/tests/mail_server'
import LedgerEvent from '#ledger/models/ledger_event'
import { alice, bearer, bob } from '#tests/world'

const path = '/api/preferences'

const choose = (client: ApiClient, user: User, wanted: object) =>
  client.put(path).loginAs(user).withCsrfToken().json(wanted)

const changes = () => LedgerEvent.query().where({ action: 'user.preferences_changed' })

test.group('Preferences', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are kept, and follow the person everywhere', async ({ assert, client }) => {
    const wanted = {
      theme: 'dark',
      timeZone: 'America/New_York',
      language: 'de',
      mails: { data_ready: false },
    }
    const changed = await choose(client, await alice(), wanted)
    const shown = await client.get(path).headers(await bearer(client, 'alice@acme.test'))
    const me = await client.get('/api/auth/me').loginAs(await alice())

    changed.assertBody({ success: true, data: wanted })
    shown.assertBody({ success: true, data: wanted })
    me.assertBodyContains({ data: { theme: 'dark', timeZone: 'America/New_York', language: 'de' } })
    assert.deepEqual((await client.get(path).loginAs(await bob())).body().data, {
      theme: 'system',
      timeZone: 'UTC',
      language: null,
      mails: { data_ready: true },
    })
  })

  test('that are not mentioned stay, and the same again is no change', async ({ assert, client }) => {
    await choose(client, await alice(), { timeZone: 'Europe/Berlin', mails: { data_ready: false } })
    const answer = await choose(client, await alice(), { theme: 'light' })
    await choose(client, await alice(), { theme: 'light', mails: {} })

    assert.deepEqual(answer.body().data, {
      theme: 'light',
      timeZone: 'Europe/Berlin',
      language: null,
      mails: { data_ready: false },
    })
    const events = await changes().orderBy('id')
    assert.deepEqual(
      events.map(({ metadata }) => metadata),
      [{ changed: ['timeZone', 'mutedMails'] }, { changed: ['theme'] }],
    )
  })

  test('follow the browser again once the language is taken back', async ({ assert, client }) => {
    await choose(client, await alice(), { language: 'de' })
    const answer = await choose(client, await alice(), { language: null })

    assert.isNull(answer.body().data.language)
    assert.isNull((await alice()).language)
  })

  test('are the ones that are offered, and nothing else', async ({ assert, client }) => {
    const before = (await alice()).toJSON()
    const answer = await choose(client, await alice(), {
      role: 'platform_admin',
      plan: 'scale_monthly',
      emailVerifiedAt: null,
      mutedMails: ['security'],
      mails: { security: false },
    })

    answer.assertStatus(200)
    assert.deepEqual((await alice()).toJSON(), before)
    assert.isEmpty(await changes())
  })

  for (const [field, wrong] of Object.entries({
    theme: 'pink',
    timeZone: 'Middle/Earth',
    language: 'tlh',
    mails: { data_ready: 'no' },
  })) {
    test(`refuse a bad ${field}`, async ({ assert, client }) => {
      const answer = await choose(client, await alice(), { theme: 'dark', [field]: wrong })
      answer.assertStatus(422)
      assert.isTrue(Object.keys(answer.body().details)[0]!.startsWith(field))
      assert.equal((await alice()).theme, 'system')
    })
  }

  test('are nobody’s without a login or from another site', async ({ client }) => {
    ;(await client.get(path)).assertStatus(401)
    ;(await client.put(path).withCsrfToken().json({ theme: 'dark' })).assertStatus(401)
    ;(
      await client
        .put(path)
        .loginAs(await alice())
        .json({ theme: 'dark' })
    ).assertStatus(403)
  })

  test('keep away the mails that one can do without', async ({ assert, client, cleanup }) => {
    const server = await mailServer()
    cleanup(server.close)
    const user = await alice()
    const made = await DataExport.create({ id: uuidv7(), userId: user.id })
    const event = new LedgerEvent().merge({ id: uuidv7(), subjectId: made.id, metadata: {} })
    const tell = () => db.transaction((trx) => sendExportMail(event, trx))

    await choose(client, user, { mails: { data_ready: false } })
    await tell()
    assert.isEmpty(server.received)
    await choose(client, user, { mails: { data_ready: true } })
    await tell()
    assert.lengthOf(server.received, 1)
  })
})
