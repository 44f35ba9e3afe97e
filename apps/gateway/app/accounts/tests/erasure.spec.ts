import db from '@adonisjs/lucid/services/db'
import redis from '@adonisjs/redis/services/main'
import { customEndpoint } from '@directus/sdk'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import { Erasure } from '#accounts/erasure/erasure'
import AccountToken from '#accounts/models/account_token'
import DataExport from '#accounts/models/data_export'
import Identity from '#accounts/models/identity'
import User from '#accounts/models/user'
import { PriceList } from '#billing/price_list'
import { client as lagoClient, lago } from '#billing/lago'
import { admin } from '#content/cms/client'
import { asEditor } from '#content/cms/editor'
import { namedSessionKey, sessionsKey } from '#core/session/redis_session_store'
import { mailServer } from '#core/tests/mail_server'
import { storage } from '#core/uploads/storage'
import LedgerEvent from '#ledger/models/ledger_event'
import { erasers } from '#config/erasure'
import Organization from '#organizations/models/organization'
import { keyFor, login, password } from '#tests/world'

const fileNames = ({ id }: User, { id: exportId }: DataExport) =>
  [64, 256].map((size) => `avatars/${id}-${size}.webp`).concat(`exports/${exportId}.zip`)

/** Somebody who has left something behind everywhere, and whose time has come. */
async function leaver() {
  const user = await User.create({
    email: `${uuidv7()}@leaving.test`,
    fullName: 'Lea Leaver',
    password,
    role: 'editor',
    emailVerifiedAt: DateTime.utc(),
    deletionDueAt: DateTime.utc().minus({ seconds: 1 }),
  })
  await user.merge({ avatar: user.id }).save()
  const own = await Organization.create({ name: 'Lea Leaver' })
  const shared = await Organization.create({ name: 'Shared' })
  await own.related('memberships').create({ userId: user.id, role: 'owner' })
  await shared.related('memberships').create({ userId: user.id, role: 'member' })
  const stranger = await User.create({ email: `${uuidv7()}@leaving.test`, fullName: 'Stays', password })
  await shared.related('memberships').create({ userId: stranger.id, role: 'owner' })

  await lago.saveCustomer(own, user.email)
  await lago.subscribe(own.id, 'free')
  await db.table('billing_customers').insert({ organization_id: own.id })
  await asEditor(user, customEndpoint({ path: '/users/me', method: 'GET' }))

  const made = await DataExport.create({ id: uuidv7(), userId: user.id, readyAt: DateTime.utc() })
  for (const name of fileNames(user, made)) await storage.write(name, Buffer.from('a file'))
  await Identity.create({ userId: user.id, provider: 'google', issuer: 'test', subject: user.id })
  await keyFor(user, shared)
  await db.transaction((trx) => AccountToken.issue(trx, user, 'verification'))
  await redis.set(namedSessionKey(user.id), '{"renewedAt":0,"values":{}}')
  await redis.zadd(sessionsKey(user.id), 1, user.id)
  return { user, own, shared, made, stranger }
}

type Leaver = Awaited<ReturnType<typeof leaver>>

/** Everything that could still tell of them. */
async function traces({ user, own, shared, made }: Leaver) {
  const row = await User.findOrFail(user.id)
  const customer = await lagoClient.customers.findCustomer(own.id)
  const [editor] = await admin.request(
    customEndpoint<{ status: string; email: string }[]>({
      path: `/users?filter[id][_eq]=${user.id}&fields=status,email`,
      method: 'GET',
    }),
  )
  const rows = ['account_tokens', 'data_exports', 'identities', 'memberships'].map((table) =>
    db.from(table).where({ user_id: user.id }),
  )
  const keys = db.from('api_keys').where({ created_by: user.id })
  const files = await Promise.all(fileNames(user, made).map((name) => storage.read(name)))
  return {
    person: [row.fullName, row.email, row.role, row.password, row.avatar, row.emailVerifiedAt],
    isGone: row.deletedAt !== null && row.disabledAt !== null,
    rows: (await Promise.all([...rows, keys])).flat(),
    files: files.filter(Boolean),
    sessions: [await redis.exists(namedSessionKey(user.id)), await redis.exists(sessionsKey(user.id))],
    ownOrganization: await Organization.find(own.id),
    sharedOrganization: (await Organization.find(shared.id))?.name,
    subscriptions: (await lago.subscriptions(own.id)).map(({ status }) => status),
    customer: [customer.data.customer.name, customer.data.customer.email],
    editor,
    ends: (await LedgerEvent.query().where({ action: 'user.deleted', subjectId: user.id })).length,
    left: (await LedgerEvent.query().where({ action: 'member.erased', subjectId: user.id })).length,
  }
}

const nothing = ({ id }: User) => ({
  person: ['Deleted person', `${id}@deleted.invalid`, 'user', null, null, null],
  isGone: true,
  rows: [],
  files: [],
  sessions: [0, 0],
  ownOrganization: null,
  sharedOrganization: 'Shared',
  subscriptions: ['terminated'],
  customer: ['Deleted customer', null],
  editor: { status: 'suspended', email: `${id}@editors.example.com` },
  ends: 1,
  left: 1,
})

/** The process dies when it comes to a step, or right after it. */
function killAt(name: string, when: 'before' | 'after') {
  const load = erasers[name]!
  erasers[name] = async () => ({
    default: async (user) => {
      if (when === 'after') await (await load()).default(user)
      throw new Error('killed')
    },
  })
  return () => void (erasers[name] = load)
}

test.group('Erasing an account', (group) => {
  group.setup(async () => void (await new PriceList().apply()))
  group.teardown(async () => {
    await User.query().whereNotNull('deletedAt').orWhereLike('email', '%@leaving.test').delete()
    await Organization.query().where({ name: 'Shared' }).delete()
  })

  test('leaves nothing of the person, and tells them last', async ({ assert, client, cleanup }) => {
    const server = await mailServer()
    cleanup(server.close)
    const gone = await leaver()
    assert.isTrue(await new Erasure(gone.user.id).carryOut())

    assert.deepEqual(await traces(gone), nothing(gone.user))
    assert.lengthOf(server.received, 1)
    assert.include(server.received[0], `To: ${gone.user.email}`)
    ;(await login(client, gone.user.email)).assertStatus(401)
    assert.isFalse(await new Erasure(gone.user.id).carryOut())
    assert.lengthOf(server.received, 1)
    ;(
      await client
        .post('/api/auth/register')
        .withCsrfToken()
        .json({ email: gone.user.email, fullName: 'Lea Again', password: 'amber-lighthouse-31' })
    ).assertStatus(201)
  })

  test('killed {when} {name} and run again comes to the same end')
    .with(
      Object.keys(erasers).flatMap((name) => [
        { name, when: 'before' as const },
        { name, when: 'after' as const },
      ]),
    )
    .run(async ({ assert, cleanup }, { name, when }) => {
      const server = await mailServer()
      cleanup(server.close)
      const gone = await leaver()
      const revive = killAt(name, when)
      cleanup(revive)
      await assert.rejects(() => new Erasure(gone.user.id).carryOut(), 'killed')
      assert.isNull((await User.findOrFail(gone.user.id)).deletedAt)
      revive()
      await new Erasure(gone.user.id).carryOut()

      assert.deepEqual(await traces(gone), nothing(gone.user))
    })

  test('goes on where nobody takes the last mail, and waits where the mail server is away', async ({
    assert,
    cleanup,
  }) => {
    const [away, gone] = [await mailServer({ recipient: '451 later' }), await leaver()]
    cleanup(away.close)
    await assert.rejects(() => new Erasure(gone.user.id).carryOut())
    assert.isNull((await User.findOrFail(gone.user.id)).deletedAt)
    away.close()

    const refusing = await mailServer({ recipient: '550 nobody here' })
    cleanup(refusing.close)
    assert.isTrue(await new Erasure(gone.user.id).carryOut())
  })
})
