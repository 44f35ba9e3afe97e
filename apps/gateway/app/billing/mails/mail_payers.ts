import { payersOf } from '#billing/payers'
import { post } from '#core/mail/post'
import type { ProductMail } from '#core/mail/product_mail'
import type { Subscriber } from '#ledger/subscriber'
import { languageOf } from '#accounts/reading_language'

/** A letter made of what the event says and of the organization's name. */
type Letter = new (address: string, eventId: string, data: never) => ProductMail

/** Sends the letter that belongs to an event to everybody who looks after the organization's billing. */
export const mailPayers =
  (letterFor: (action: string) => Letter): Subscriber =>
  async (event, trx) => {
    const payers = await payersOf(event.organizationId!)
    if (!payers) return
    const Letter = letterFor(event.action)
    const data = { ...event.metadata, organizationName: payers.name }
    for (const user of payers.people)
      await post(new Letter(user.email, event.id, data as never), await languageOf(user, null, trx))
  }
