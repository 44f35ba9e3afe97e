import { payersOf } from '#billing/payers'
import { post } from '#core/mail/post'
import type { ProductMail } from '#core/mail/product_mail'
import type { Subscriber } from '#ledger/subscriber'

/** A letter made of what the event says and of the organization's name. */
type Letter = new (address: string, eventId: string, data: never) => ProductMail

/** Sends the letter that belongs to an event to everybody who looks after the organization's billing. */
export const mailPayers =
  (letterFor: (action: string) => Letter): Subscriber =>
  async ({ id, action, organizationId, metadata }) => {
    const payers = await payersOf(organizationId!)
    if (!payers) return
    const Letter = letterFor(action)
    const data = { ...metadata, organizationName: payers.name }
    for (const address of payers.addresses) await post(new Letter(address, id, data as never))
  }
