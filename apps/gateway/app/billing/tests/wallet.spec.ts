import mail from '@adonisjs/mail/services/main'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { client as transport, lago } from '#billing/lago'
import { BalanceMail } from '#billing/mails/balance_mail'
import sendBalanceMail from '#billing/mails/send_balance_mail'
import Invoice from '#billing/models/invoice'
import LagoWebhook from '#billing/models/lago_webhook'
import TopUp from '#billing/models/top_up'
import { between, goneAway, isPost, recovered } from '#billing/tests/between'
import {
  cards,
  eventually,
  ignoreLago,
  listenToLago,
  memberOf,
  owner,
  pay,
  read,
  subscribe,
} from '#billing/tests/world'
import LedgerEvent from '#ledger/models/ledger_event'

type Headers = Record<string, string>
const path = '/api/billing/wallet'

const topUp = (client: ApiClient, headers: Headers, amountCents: unknown, key?: string) =>
  client
    .post('/api/billing/wallet/top-ups')
    .headers({ ...headers, ...(key && { 'idempotency-key': key }) })
    .json({ amountCents: amountCents as number })
const wallet = async (client: ApiClient, headers: Headers) =>
  (await client.get(path).headers(headers)).body().data
const warnBelow = (client: ApiClient, headers: Headers, lowBalanceCents: unknown) =>
  client
    .put(path)
    .headers(headers)
    .json({ lowBalanceCents: lowBalanceCents as number })

async function funded(client: ApiClient, headers: Headers, cents = 20_00) {
  const { paymentUrl } = (await topUp(client, headers, cents)).body().data
  await pay(paymentUrl, cards.good)
  return eventually('the credit', async () => (await wallet(client, headers)).balanceCents === cents)
}

const bought = async (id: string) => (await lago.wallets(id)).flatMap(({ transactions }) => transactions)

const said = async (organizationId: string) => {
  const events = await LedgerEvent.query()
    .where({ organizationId })
    .where('action', 'like', 'wallet.%')
    .orderBy('id')
  return events.map(({ action }) => action)
}

test.group('Prepaid credit', (group) => {
  group.setup(() => listenToLago())
  group.each.teardown(() => recovered())

  test('arrives when it is paid, and goes off the next invoice', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const answer = await topUp(client, alice, 20_00)
    answer.assertStatus(201)
    assert.containsSubset(await wallet(client, alice), {
      balanceCents: 0,
      transactions: [{ kind: 'purchased', status: 'pending', amountCents: 20_00 }],
    })

    await pay(answer.body().data.paymentUrl, cards.good)
    await eventually('the credit', async () => (await wallet(client, alice)).balanceCents === 20_00)
    assert.deepEqual(await said(acme.id), ['wallet.top_up_ordered', 'wallet.topped_up'])

    await subscribe(client, alice, 'scale_monthly')
    const [invoice] = await lago.invoices(acme.id)
    assert.equal(invoice!.prepaid_credit_amount_cents, 20_00)
    assert.equal(invoice!.total_amount_cents, 79_00)
    assert.containsSubset(await wallet(client, alice), {
      balanceCents: 0,
      transactions: [{ kind: 'invoiced', status: 'settled', amountCents: -20_00 }],
    })
  })

  test('is bought once, however often it is asked for', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const key = uuidv7()
    const clicks = await Promise.all(Array.from({ length: 6 }, () => topUp(client, alice, 20_00, key)))
    assert.deepEqual([...new Set(clicks.map((click) => click.status()))], [201])
    ;(await topUp(client, alice, 20_00, key)).assertStatus(201)
    ;(await topUp(client, alice, 20_00)).assertStatus(201)
    assert.lengthOf(await bought(acme.id), 1)

    await topUp(client, alice, 30_00)
    assert.lengthOf(await bought(acme.id), 2)
    assert.lengthOf(await lago.wallets(acme.id), 1)
  })

  test('can be bought again once it is paid, from the card that paid', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await funded(client, alice)
    const again = await topUp(client, alice, 20_00)
    assert.isNull(again.body().data.paymentUrl)
    await eventually('the credit', async () => (await wallet(client, alice)).balanceCents === 40_00)
    assert.lengthOf(await bought(acme.id), 2)
  })

  test('is bought once although the answer was lost', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const server = await between(async (request, forward) => {
      const answer = await forward()
      return isPost(request, '/wallet_transactions') ? null : answer
    })
    ;(await topUp(client, alice, 20_00, 'lost')).assertStatus(503)
    server.close()
    await recovered()

    const again = await topUp(client, alice, 20_00, 'lost')
    again.assertStatus(201)
    assert.isString(again.body().data.paymentUrl)
    assert.lengthOf(await bought(acme.id), 1)
  })

  test('is not another amount under the same key, also when the first was lost', async ({
    assert,
    client,
  }) => {
    const { acme, alice } = await owner()
    goneAway()
    ;(await topUp(client, alice, 20_00, 'twice')).assertStatus(503)
    await recovered()
    ;(await topUp(client, alice, 20_00, 'twice')).assertStatus(201)
    ;(await topUp(client, alice, 50_00, 'twice')).assertStatus(409)
    assert.lengthOf(await bought(acme.id), 1)
  })

  test('is not asked for again while Lago may still be busy with it', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const server = await between(async (request, forward) =>
      isPost(request, '/wallet_transactions') ? null : forward(),
    )
    ;(await topUp(client, alice, 20_00, 'slow')).assertStatus(503)
    server.close()
    await recovered()
    ;(await topUp(client, alice, 20_00, 'slow')).assertStatus(503)
    assert.isEmpty(await bought(acme.id))

    await TopUp.query()
      .where({ organizationId: acme.id })
      .update({ asked_at: new Date(0) })
    ;(await topUp(client, alice, 20_00, 'slow')).assertStatus(201)
    assert.lengthOf(await bought(acme.id), 1)
  })

  test('says so when Lago is gone, and can be asked for again at once', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await funded(client, alice)
    goneAway()
    const refused = await topUp(client, alice, 50_00, 'gone')
    refused.assertStatus(503)
    refused.assertBodyContains({ code: 'E_BILLING_UNAVAILABLE' })
    assert.equal((await wallet(client, alice)).balanceCents, 20_00)

    await recovered()
    ;(await topUp(client, alice, 50_00, 'gone')).assertStatus(201)
    assert.lengthOf(await bought(acme.id), 2)
  })

  test('that is not paid is no debt', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await topUp(client, alice, 20_00)
    assert.lengthOf(await Invoice.of(acme.id), 1)
    assert.isEmpty(await Invoice.open(acme.id))
    const { checkoutUrl } = (await subscribe(client, alice, 'scale_monthly')).body().data
    await pay(checkoutUrl, cards.good)
    await read(acme.id)
    assert.containsSubset(await lago.invoices(acme.id), [
      { invoice_type: 'subscription', payment_status: 'succeeded' },
      { invoice_type: 'credit', payment_status: 'pending' },
    ])
  })

  test('is warned of when it runs low, once', async ({ assert, cleanup, client }) => {
    const { mails } = mail.fake()
    cleanup(() => mail.restore())
    const { acme, alice } = await owner()
    await memberOf(acme, 'viewer')
    const isLow = async () =>
      (await client.get('/api/billing/entitlements').headers(alice)).body().data.balanceIsLow as boolean
    ;(await warnBelow(client, alice, 10_00)).assertStatus(200)
    assert.isFalse(await isLow(), 'who has never had any is not warned')
    await funded(client, alice)
    assert.isFalse(await isLow())

    await subscribe(client, alice, 'scale_monthly')
    await read(acme.id)
    assert.isTrue(await isLow())
    const warnings = await LedgerEvent.query().where({ organizationId: acme.id, action: 'wallet.low' })
    assert.lengthOf(warnings, 1)
    assert.deepEqual(warnings[0]!.metadata, { totalCents: 0, currency: 'EUR', lowBalanceCents: 10_00 })
    await db.transaction((trx) => sendBalanceMail(warnings[0]!, trx))
    mails.assertSentCount(BalanceMail, 1)

    const off = await warnBelow(client, alice, null)
    assert.containsSubset(off.body().data, { lowBalanceCents: null, isLow: false })
  })

  test('is not warned of at the moment at which it arrives', async ({ assert, cleanup, client }) => {
    const { acme, alice } = await owner()
    ;(await warnBelow(client, alice, 10_00)).assertStatus(200)
    const order = await topUp(client, alice, 20_00)
    const list = transport.wallets.findAllWalletTransactions
    cleanup(() => void (transport.wallets.findAllWalletTransactions = list))
    let paid: Promise<unknown> | undefined
    transport.wallets.findAllWalletTransactions = async (...asked) => {
      await (paid ??= pay(order.body().data.paymentUrl, cards.good))
      return list(...asked)
    }

    await read(acme.id)
    assert.isDefined(paid)
    assert.isEmpty(await LedgerEvent.query().where({ organizationId: acme.id, action: 'wallet.low' }))
  })

  test('is read again when Lago tells of one of its transactions', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await topUp(client, alice, 20_00)
    const [held] = await lago.wallets(acme.id)
    const message = (walletId: string) =>
      LagoWebhook.create({
        uniqueKey: uuidv7(),
        type: 'wallet_transaction.updated',
        payload: {
          webhook_type: 'wallet_transaction.updated',
          object_type: 'wallet_transaction',
          wallet_transaction: { lago_wallet_id: walletId },
        },
      })
    const own = await message(held!.wallet.lago_id)
    await own.processNow()
    assert.equal(own.organizationId, acme.id)
    const foreign = await message(uuidv7())
    await foreign.processNow()
    assert.isNull(foreign.organizationId)
    assert.isNotNull(foreign.processedAt)
  })

  test('is bought in sensible amounts', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    for (const amount of [-20_00, 0, 4_99, 5_000_01, 10_00.5, '2000', null, [20_00]]) {
      const answer = await topUp(client, alice, amount)
      answer.assertStatus(422)
      assert.deepEqual(Object.keys(answer.body().details), ['amountCents'])
    }
    for (const cents of [-1, 0, 5_000_01, 'a']) (await warnBelow(client, alice, cents)).assertStatus(422)
    assert.isEmpty(await bought(acme.id))
    assert.isEmpty(await TopUp.query().where({ organizationId: acme.id }))
  })

  test('is for those who look after billing, each for their own', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    await funded(client, alice)
    for (const role of ['member', 'viewer']) {
      const bob = await memberOf(acme, role)
      ;(await client.get(path).headers(bob)).assertStatus(403)
      ;(await topUp(client, bob, 20_00)).assertStatus(403)
      ;(await warnBelow(client, bob, 10_00)).assertStatus(403)
    }
    ;(await client.get(path)).assertStatus(401)

    const { alice: charlie } = await owner()
    assert.containsSubset(await wallet(client, charlie), { balanceCents: 0, transactions: [] })
    assert.lengthOf(await bought(acme.id), 1)
    assert.isNull((await wallet(client, alice)).lowBalanceCents)
  })
})

test.group('Prepaid credit of which Lago tells nobody', (group) => {
  group.setup(() => ignoreLago())

  test('is bought anew when Lago alone knows yet that the last was paid', async ({ assert, client }) => {
    const { acme, alice } = await owner()
    const { paymentUrl } = (await topUp(client, alice, 20_00)).body().data
    await pay(paymentUrl, cards.good)
    const again = await topUp(client, alice, 20_00)
    again.assertStatus(201)
    assert.lengthOf(await bought(acme.id), 2)
  })
})
