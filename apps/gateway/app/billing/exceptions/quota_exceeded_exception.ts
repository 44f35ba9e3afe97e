import { Exception } from '@adonisjs/core/exceptions'
import { DateTime } from 'luxon'
import { lagoTime } from '#billing/lago_clock'
import env from '#start/env'

const counts = new Intl.NumberFormat('en-GB')

export class QuotaExceededException extends Exception {
  static override status = 429
  static override code = 'E_QUOTA_EXCEEDED'
  readonly details: Record<string, string>

  constructor(
    limit: number,
    private resetsAt: DateTime,
  ) {
    const day = resetsAt.setLocale('en-GB').toLocaleString(DateTime.DATE_FULL)
    super(
      `The ${counts.format(limit)} API calls of your plan are used up. They begin anew on ${day}; a larger plan has more.`,
    )
    this.details = { resetsAt: resetsAt.toUTC().toISO()!, url: `${env.get('APP_URL')}/dashboard/billing` }
  }

  getDefaultHeaders() {
    return { 'Retry-After': Math.ceil(this.resetsAt.diff(lagoTime()).as('seconds')) }
  }
}
