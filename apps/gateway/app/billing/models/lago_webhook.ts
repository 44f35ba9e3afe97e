import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { LagoWebhookSchema } from '#database/schema'
import { enqueue } from '#core/queue/queues'
import Organization from '#organizations/models/organization'
import '#billing/ledger'
import { record } from '#ledger/record'
import { leased } from '#billing/lease'
import Wallet from '#billing/models/wallet'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import { mirrorPlans } from '#billing/price_list'
import { type Message, organizationOf, troubleOf, walletOf } from '#billing/webhook_message'

/**
 * A message from Lago, kept until what it points to has been read again. That it came is what counts, and in what order
 * is not; only why a payment failed is taken from the message itself.
 */
export default class LagoWebhook extends LagoWebhookSchema {
  static override selfAssignPrimaryKey = true
  static override primaryKey = 'uniqueKey'

  static waiting() {
    return this.query().whereNull('processed_at')
  }

  /** Stores a message once, however often it comes. What cannot be queued now is found in the inbox later. */
  static async receive(uniqueKey: string, message: Message) {
    const stored = await db
      .knexQuery()
      .table('lago_webhooks')
      .insert({
        unique_key: uniqueKey,
        type: message.webhook_type,
        organization_id: organizationOf(message),
        payload: JSON.stringify(message),
      })
      .onConflict('unique_key')
      .ignore()
      .returning('unique_key')
    if (stored.length === 0) return
    await this.processLater(uniqueKey).catch((err: unknown) =>
      logger.warn({ err, uniqueKey }, 'webhook not queued'),
    )
  }

  /** The inbox and not the queue remembers what is to do: a job that fails goes, and the next one is made from here. */
  static processLater(uniqueKey: string) {
    return enqueue('lago-webhooks', { uniqueKey }, { jobId: uniqueKey, attempts: 1, removeOnFail: true })
  }

  /** How far each has come, as SQL. */
  static states = {
    done: 'processed_at is not null',
    failed: 'processed_at is null and error is not null',
    waiting: 'processed_at is null and error is null',
  } as const

  get state(): keyof typeof LagoWebhook.states {
    if (this.processedAt) return 'done'
    return this.error ? 'failed' : 'waiting'
  }

  static forgetOld() {
    return this.query()
      .whereNotNull('processed_at')
      .whereRaw("received_at < now() - interval '30 days'")
      .delete()
  }

  /** Reads once more what it points to. Doing so twice does no harm, so one that is done can be replayed as well. */
  async replay() {
    await db.transaction(async (trx) => {
      this.processedAt = null
      this.error = null
      await this.useTransaction(trx).save()
      await record(trx, {
        action: 'webhook.replayed',
        subject: ['webhook', this.uniqueKey],
        metadata: { type: this.type },
      })
    })
    // What cannot be queued now is found in the inbox later.
    await LagoWebhook.processLater(this.uniqueKey).catch((err: unknown) =>
      logger.warn({ err, uniqueKey: this.uniqueKey }, 'webhook not queued'),
    )
  }

  async processNow() {
    this.organizationId ??= await this.#ownerOfWallet()
    if (this.type.startsWith('plan.')) await mirrorPlans()
    else if (this.organizationId && (await Organization.find(this.organizationId))) {
      await this.#readCustomer(this.organizationId)
    }
    this.processedAt = DateTime.utc()
    this.error = null
    await this.save()
  }

  /** A transaction names its wallet alone; of one that we have not read yet, the wallet's own message tells. */
  async #ownerOfWallet() {
    const id = walletOf(this.payload as Message)
    return (id && (await Wallet.find(id))?.organizationId) || null
  }

  /** One reading answers every message that came before it began. */
  async #readCustomer(organizationId: string) {
    await leased(organizationId, async (lease) => {
      const { rows } = await db.rawQuery<{ rows: { now: Date }[] }>('select now()')
      await new CustomerMirror(organizationId, lease).refresh(troubleOf(this.payload as Message))
      await LagoWebhook.waiting()
        .where({ organizationId })
        .where('received_at', '<', rows[0]!.now)
        .whereNot('type', 'invoice.payment_failure')
        .update({ processed_at: new Date() })
    })
  }
}
