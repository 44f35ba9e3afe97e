import { test } from '@japa/runner'
import endWithOrganization from '#billing/end_with_organization'
import { lago } from '#billing/lago'
import { PriceList } from '#billing/price_list'
import { active, memberOf, organization, subscribe } from '#billing/tests/world'
import db from '@adonisjs/lucid/services/db'
import LedgerEvent from '#ledger/models/ledger_event'

const deletionOf = (id: string) =>
  LedgerEvent.query().where({ action: 'organization.deleted', subjectId: id }).firstOrFail()

test.group('A deleted organization', (group) => {
  group.setup(async () => {
    await new PriceList().apply()
  })

  test('has nothing booked any more, also when that is done twice', async ({ assert, client }) => {
    const gone = await organization('Gone')
    const headers = await memberOf(gone, 'owner')
    ;(await subscribe(client, headers, 'free')).assertStatus(201)
    assert.lengthOf(await active(gone.id), 1)

    await gone.remove()
    const event = await deletionOf(gone.id)
    for (let delivery = 0; delivery < 2; delivery += 1)
      await db.transaction((trx) => endWithOrganization(event, trx))
    assert.lengthOf(await active(gone.id), 0)
    assert.isNotEmpty(await lago.subscriptions(gone.id))
  })
})
