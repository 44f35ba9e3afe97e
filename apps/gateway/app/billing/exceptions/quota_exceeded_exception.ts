import { Refusal } from '#core/exceptions/refusal'
import type { DateTime } from 'luxon'
import { lagoTime } from '#billing/lago_clock'
import { inDays, inDigits } from '#billing/wording'
import env from '#start/env'

export class QuotaExceededException extends Refusal {
  static override status = 429
  static override code = 'E_QUOTA_EXCEEDED'
  readonly details: Record<string, string>

  constructor(
    limit: number,
    private resetsAt: DateTime,
  ) {
    super({ values: () => ({ limit: inDigits(limit), day: inDays(resetsAt) }) })
    this.details = { resetsAt: resetsAt.toUTC().toISO()!, url: `${env.get('APP_URL')}/dashboard/billing` }
  }

  getDefaultHeaders() {
    return { 'Retry-After': Math.ceil(this.resetsAt.diff(lagoTime()).as('seconds')) }
  }
}
