import { Exception } from '@adonisjs/core/exceptions'
import type { DateTime } from 'luxon'
import { lagoTime } from '#billing/lago_clock'
import { inDays, inDigits } from '#billing/wording'
import env from '#start/env'

export class QuotaExceededException extends Exception {
  static override status = 429
  static override code = 'E_QUOTA_EXCEEDED'
  readonly details: Record<string, string>

  constructor(
    limit: number,
    private resetsAt: DateTime,
  ) {
    super(
      `The ${inDigits(limit)} API calls of your plan are used up. They begin anew on ${inDays(resetsAt)}; a larger plan has more.`,
    )
    this.details = { resetsAt: resetsAt.toUTC().toISO()!, url: `${env.get('APP_URL')}/dashboard/billing` }
  }

  getDefaultHeaders() {
    return { 'Retry-After': Math.ceil(this.resetsAt.diff(lagoTime()).as('seconds')) }
  }
}
