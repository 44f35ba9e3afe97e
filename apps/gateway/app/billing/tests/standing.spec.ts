import { test } from '@japa/runner'
import { statusOf, trialEndOf } from '#billing/standing'
import type { LagoInvoice, LagoSubscription } from '#billing/lago'

const start = '2026-03-05T12:12:00.500Z'

const subscription = (given: Partial<LagoSubscription> = {}) =>
  ({
    status: 'active',
    plan_code: 'scale',
    started_at: start,
    trial_ended_at: null,
    previous_plan_code: null,
    ...given,
  }) as LagoSubscription

const invoice = (given: Partial<LagoInvoice> = {}) =>
  ({
    invoice_type: 'subscription',
    status: 'finalized',
    payment_status: 'pending',
    payment_overdue: false,
    total_amount_cents: 9900,
    created_at: '2026-03-05T12:12:00Z',
    ...given,
  }) as LagoInvoice

const status = (own: LagoSubscription, invoices: LagoInvoice[], days = 0) =>
  statusOf(own, { subscriptions: [own], invoices, trialDays: new Map([['scale', days]]) })

test.group('Standing of a subscription', () => {
  test('is incomplete until its first bill is paid', ({ assert }) => {
    assert.equal(status(subscription(), [invoice()]), 'incomplete')
    assert.equal(status(subscription(), [invoice({ payment_status: 'failed' })]), 'incomplete')
    assert.equal(status(subscription(), [invoice({ payment_status: 'succeeded' })]), 'active')
  })

  test('is active with nothing to pay', ({ assert }) => {
    assert.equal(status(subscription(), []), 'active')
    assert.equal(status(subscription(), [invoice({ total_amount_cents: 0 })]), 'active')
    assert.equal(status(subscription(), [invoice({ status: 'voided' })]), 'active')
  })

  test('is active during a trial and while its first bill is being charged', ({ assert }) => {
    assert.equal(status(subscription(), [], 14), 'active')
    const ended = subscription({ trial_ended_at: '2026-03-19T12:35:00Z' })
    assert.equal(status(ended, [invoice({ created_at: '2026-03-19T12:35:00Z' })], 14), 'active')
  })

  test('is past due when a later bill fails or is overdue', ({ assert }) => {
    const first = invoice({ payment_status: 'succeeded' })
    const later = { created_at: '2026-04-05T00:10:00Z' }
    assert.equal(status(subscription(), [first, invoice(later)]), 'active')
    assert.equal(status(subscription(), [first, invoice({ ...later, payment_status: 'failed' })]), 'past_due')
    assert.equal(status(subscription(), [first, invoice({ ...later, payment_overdue: true })]), 'past_due')
  })

  test('does not answer for the bills of an earlier subscription', ({ assert }) => {
    const debt = invoice({ created_at: '2026-01-05T00:00:00Z', payment_overdue: true })
    assert.equal(status(subscription(), [debt]), 'active')
  })

  test('keeps who paid before active while an upgrade is being charged', ({ assert }) => {
    const paid = invoice({ created_at: '2026-02-05T00:00:00Z', payment_status: 'succeeded' })
    assert.equal(status(subscription({ previous_plan_code: 'pro' }), [paid, invoice()]), 'active')
    assert.equal(status(subscription({ previous_plan_code: 'free' }), [invoice()]), 'incomplete')
  })

  test('is canceled when Lago ended it', ({ assert }) => {
    assert.equal(status(subscription({ status: 'terminated' }), [invoice()]), 'canceled')
  })
})

test.group('End of a trial', () => {
  const endOf = (own: LagoSubscription, days: number, earlier: LagoSubscription[] = []) =>
    trialEndOf(own, { subscriptions: [...earlier, own], invoices: [], trialDays: new Map([['scale', days]]) })

  test('is counted in full days from the start', ({ assert }) => {
    assert.equal(endOf(subscription(), 14)?.toUTC().toISO(), '2026-03-19T12:12:00.500Z')
  })

  test('does not exist without a trial or after it', ({ assert }) => {
    assert.isNull(endOf(subscription(), 0))
    assert.isNull(endOf(subscription({ trial_ended_at: '2026-03-19T12:35:00Z' }), 14))
  })

  test('is counted from the first subscription that the organization ever had', ({ assert }) => {
    const earlier = subscription({ status: 'terminated', started_at: '2026-03-01T00:00:00Z' })
    assert.equal(endOf(subscription(), 14, [earlier])?.toUTC().toISO(), '2026-03-15T00:00:00.000Z')
    assert.isNull(endOf(subscription(), 3, [earlier]))
  })
})
