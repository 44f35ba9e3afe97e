import db from '@adonisjs/lucid/services/db'
import { trialReminders } from '#config/trials'
import '#billing/ledger'
import { lago } from '#billing/lago'
import { lagoTime } from '#billing/lago_clock'
import Subscription from '#billing/models/subscription'
import { record } from '#ledger/record'

/** Of the reminders whose day has come the last one: what was missed is not made up for. */
const dueWith = (daysLeft: number) =>
  [...trialReminders].sort((one, other) => one - other).find((day) => daysLeft <= day)

/** Reminds of trials that end soon and then cost something. The day is Lago's, as it is Lago that bills. */
export class TrialWatch {
  async run() {
    const trials = await this.#trials()
    if (trials.length === 0) return

    // Any answer tells what day it is there.
    await lago.organization()
    for (const subscription of trials) {
      const daysLeft = subscription.trialEndsAt!.diff(lagoTime()).as('days')
      const due = daysLeft > 0 ? dueWith(daysLeft) : undefined
      if (due) await this.#remind(subscription, due)
    }
  }

  /** Whoever has canceled knows, and whoever waits to pay has no trial yet. */
  #trials() {
    return (
      Subscription.query()
        .where({ status: 'active' })
        // A day's grace, as the clock is only as late as Lago's last answer.
        .where('trial_ends_at', '>', lagoTime().minus({ days: 1 }).toJSDate())
        .whereNull('cancel_at')
        .preload('plan')
        .orderBy('trial_ends_at')
    )
  }

  async #remind({ id, organizationId, planCode, plan, trialEndsAt }: Subscription, days: number) {
    const reminder = { subscription_id: id, days }
    if (!plan || (await db.from('trial_reminders').where(reminder).first())) return
    await db.transaction(async (trx) => {
      const first = await trx
        .knexQuery()
        .table('trial_reminders')
        .insert(reminder)
        .onConflict(['subscription_id', 'days'])
        .ignore()
        .returning('days')
      if (first.length === 0) return
      await record(trx, {
        action: 'trial.ending',
        subject: ['subscription', id],
        organizationId,
        metadata: {
          planCode,
          planName: plan.name,
          interval: plan.interval,
          totalCents: Number(plan.amountCents),
          currency: plan.currency,
          trialEndsAt: trialEndsAt!.toUTC().toISO()!,
        },
      })
    })
  }
}
