import type { DateTime } from 'luxon'
import { missingToCommitment } from '../billing/minimums.ts'
import { sum, toMajor, ZERO } from '../billing/money.ts'
import { periodAt, type Period } from '../billing/periods.ts'
import { inZone, planSchedule } from './dates.ts'
import { type FeeDraft, itemOf, type Payer } from './invoicing.ts'
import type { Bill } from './subscription_billing.ts'
import { applicableTaxes } from './taxes.ts'

/** The plan's period that a bill closes; none when it only opens one or bills usage within a longer one. */
function closedBy({ zone }: Payer, { subscription, plan, fee, reason, charges }: Bill): Period | undefined {
  if (!charges || (reason === 'subscription_periodic' && !fee)) return undefined
  return periodAt(planSchedule(subscription, plan, zone), inZone(charges.to, zone))
}

/** What the period has cost so far by fees on other invoices: in advance, or usage that is billed monthly. */
async function billedBefore({ transaction }: Payer, { subscription }: Bill, from: DateTime, period: Period) {
  const [row] = await transaction.query<{ total: number }>(
    `select coalesce(sum(fees.amount_cents), 0)::bigint as total
     from fees left join invoices on invoices.id = fees.invoice_id
     where fees.subscription_id = $1 and fees.fee_type in ('subscription', 'charge')
       and fees.from_datetime >= $2 and fees.to_datetime <= $3
       and (invoices.id is null or invoices.status <> 'voided')`,
    [subscription.id, from.startOf('day').toJSDate(), period.to.endOf('day').toJSDate()],
  )
  return row!.total
}

/** Tops a closed period up to what the plan's customer has committed to (CONTRACT 3.12). */
export async function commitmentFee(payer: Payer, bill: Bill, drafts: FeeDraft[]): Promise<FeeDraft[]> {
  const { transaction, customer, zone } = payer
  const { subscription, plan, charges } = bill
  const commitment = plan.minimum_commitment
  const period = closedBy(payer, bill)
  if (!commitment || !charges || !period) return []
  // In advance the first invoice opens the first period, so there is none to look back on before it.
  const opened = await transaction.count('invoice_subscriptions', { subscription_id: subscription.id })
  if (plan.pay_in_advance && opened === 0) return []

  const start = inZone(subscription.started_at!, zone).startOf('day')
  const from = start > period.from ? start : period.from
  const closing = drafts.filter(({ row }) => row.fee_type === 'charge' || !plan.pay_in_advance)
  const costCents =
    sum(closing.map(({ amountCents }) => amountCents)) + (await billedBefore(payer, bill, from, period))
  const to = inZone(charges.to, zone)
  const amountCents = missingToCommitment(commitment.amount_cents, { period, from, to, costCents })
  if (amountCents === 0) return []
  return [
    {
      amountCents,
      couponsCents: ZERO,
      taxes: await applicableTaxes(transaction, customer, commitment.tax_codes ?? [], plan.tax_codes),
      planCode: plan.code,
      row: {
        subscription_id: subscription.id,
        fee_type: 'commitment',
        item: itemOf({
          type: 'commitment',
          code: plan.code,
          name: commitment.invoice_display_name ?? 'Minimum commitment',
          lago_item_id: commitment.lago_id,
          item_type: 'Commitment',
        }),
        units: '1',
        precise_unit_amount: toMajor(amountCents, plan.amount_currency).toFixed(),
        from_datetime: from.toJSDate(),
        to_datetime: charges.to,
      },
    },
  ]
}
