import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { uuidv7 } from 'uuidv7'
import '#billing/ledger'
import { currencyOf } from '#billing/currency'
import { lago, LagoRefusal, type LagoWallet, type LagoWalletTransaction, neverAsked } from '#billing/lago'
import { confirmLease, leased } from '#billing/lease'
import { CustomerMirror } from '#billing/mirror/customer_mirror'
import { WalletCopies } from '#billing/mirror/wallet_copies'
import Invoice from '#billing/models/invoice'
import TopUp from '#billing/models/top_up'
import WalletTransaction from '#billing/models/wallet_transaction'
import { inMajor } from '#billing/wording'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import { record } from '#ledger/record'
import type { MembershipSummary } from '#organizations/member_provider'

type Bought = Pick<LagoWalletTransaction, 'lago_id' | 'lago_invoice_id'>

/**
 * Buys prepaid credit. Lago would sell the same credit as often as it is asked, so an order is written down first, and
 * its transaction in Lago carries its id: repeating it, also after an answer that was lost, buys nothing more.
 */
export class TopUpOrder {
  #currency!: string

  constructor(
    private organization: MembershipSummary['organization'],
    private payer: { email: string },
    private amountCents: number,
    private key?: string,
  ) {}

  /** @returns where to pay; null where a card is charged, or nobody can be sent anywhere */
  async place() {
    const { id } = this.organization
    const transaction = await leased(id, async (lease) => {
      this.#currency = (await currencyOf(id)).currency
      await lago.saveCustomer(this.organization, this.payer.email, { currency: this.#currency })
      const bought = await this.#buy(lease)
      await new CustomerMirror(id, lease).refresh()
      return bought
    })
    return this.#paymentUrl(transaction)
  }

  async #buy(lease: string): Promise<Bought> {
    const held = await this.#wallets(lease)
    const topUp = await this.#remembered()
    const known = held
      .flatMap(({ transactions }) => transactions)
      .find((one) => one.lago_id === topUp.transactionId || lago.isTopUp(one, topUp.id))
    // Ordered so long ago that Lago does not list it among the newest any more.
    const old = !known && topUp.transactionId ? await WalletTransaction.find(topUp.transactionId) : null
    if (old) return { lago_id: old.id, lago_invoice_id: old.invoiceId }
    const bought =
      known ?? (await this.#order(topUp, await this.#walletAmong(held.map(({ wallet }) => wallet))))
    await topUp.merge({ transactionId: bought.lago_id }).save()
    return bought
  }

  /** Which order is meant depends on which are paid, and Lago may not have told us yet. */
  async #wallets(lease: string) {
    const { id } = this.organization
    const held = (await lago.wallets(id)).filter(({ wallet }) => wallet.currency === this.#currency)
    await db.transaction(async (trx) => {
      await confirmLease(trx, id, lease)
      await new WalletCopies(trx, id).bringUpToDate(held)
    })
    return held
  }

  async #remembered() {
    const { organization, amountCents, key } = this
    const meant = await TopUp.meant(organization.id, amountCents, key)
    if (meant) return meant
    return db.transaction(async (client) => {
      const order = { organizationId: organization.id, amountCents, key: key ?? uuidv7() }
      const topUp = await TopUp.create(order, { client })
      await record(client, {
        action: 'wallet.top_up_ordered',
        subject: ['organization', organization.id],
        organizationId: organization.id,
        metadata: { totalCents: amountCents, currency: this.#currency },
      })
      return topUp
    })
  }

  async #walletAmong(held: LagoWallet[]) {
    const { id } = this.organization
    return held.find(({ status }) => status === 'active') ?? lago.createWallet(id, this.#currency)
  }

  async #order(topUp: TopUp, wallet: LagoWallet) {
    if (topUp.isUnclear) throw new ServiceUnavailableException('billing')
    await topUp.merge({ askedAt: DateTime.utc() }).save()
    const credits = inMajor(topUp.amountCents / Number(wallet.rate_amount), wallet.currency)
    return lago.topUp(wallet, topUp.id, credits).catch(async (error: unknown) => {
      if (neverAsked(error) || error instanceof LagoRefusal) await topUp.merge({ askedAt: null }).save()
      throw error
    })
  }

  /** A card of an earlier payment is charged by itself; whoever has paid nothing yet is sent to pay. */
  async #paymentUrl({ lago_id: id, lago_invoice_id: invoiceId }: Bought) {
    const [invoice, paid] = await Promise.all([
      invoiceId ? Invoice.find(invoiceId) : null,
      Invoice.paid(this.organization.id).first(),
    ])
    if (invoice?.paymentStatus === 'succeeded' || (paid && invoice?.paymentStatus === 'pending')) return null
    return lago.topUpUrl(id)
  }
}
