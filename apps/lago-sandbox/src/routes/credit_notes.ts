import { Hono } from 'hono'
import { lockedOwner, requireCustomer } from '../domain/customers.ts'
import { notAllowed } from '../errors.ts'
import { bodyOf, findById, paginate, text } from '../http.ts'
import type { CreditNoteRow } from '../rows.ts'
import type { Sandbox } from '../sandbox.ts'
import { serializeCreditNote } from '../serializers/credit_note.ts'
import { param, premiumOnly, route, serializeAll } from './route.ts'

export function creditNotes(sandbox: Sandbox) {
  const run = route(sandbox)
  return new Hono()
    .get(
      '/',
      run(async (transaction, c) => {
        const where: Partial<CreditNoteRow> = {}
        const externalCustomer = c.req.query('external_customer_id')
        if (externalCustomer !== undefined) {
          where.customer_id = (await requireCustomer(transaction, externalCustomer)).id
        }
        const { rows, meta } = await paginate(c, transaction, 'credit_notes', where)
        return {
          credit_notes: await serializeAll(rows, (row) => serializeCreditNote(transaction, row)),
          meta,
        }
      }),
    )
    .post('/', run(premiumOnly))
    .post('/estimate', run(premiumOnly))
    .get(
      '/:id',
      run(async (transaction, c) => {
        const note = await findById(transaction, 'credit_notes', param(c, 'id'), 'credit_note')
        return { credit_note: await serializeCreditNote(transaction, note) }
      }),
    )
    .put(
      '/:id',
      run(async (transaction, c) => {
        const note = await findById(transaction, 'credit_notes', param(c, 'id'), 'credit_note')
        const params = await bodyOf(c, 'credit_note')
        const updated = await transaction.update('credit_notes', note.id, {
          refund_status: text(params.refund_status) ?? note.refund_status,
        })
        return { credit_note: await serializeCreditNote(transaction, updated) }
      }),
    )
    .put(
      '/:id/void',
      run(async (transaction, c) => {
        const found = await findById(transaction, 'credit_notes', param(c, 'id'), 'credit_note')
        await lockedOwner(transaction, found.customer_id)
        const note = await transaction.get('credit_notes', found.id)
        if (note.balance_amount_cents === 0) throw notAllowed('no_voidable_amount')
        const voided = await transaction.update('credit_notes', note.id, {
          credit_status: 'voided',
          balance_amount_cents: 0,
          voided_at: transaction.now,
        })
        return { credit_note: await serializeCreditNote(transaction, voided) }
      }),
    )
}
