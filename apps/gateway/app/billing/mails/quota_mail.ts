import { DateTime } from 'luxon'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  organizationName: string
  percent: number
  used: number
  limit: number
  resetsAt: string
}

const counts = new Intl.NumberFormat('en-GB')

export class QuotaMail extends ProductMail<Data> {
  static sample: Data = {
    organizationName: 'Acme',
    percent: 80,
    used: 800,
    limit: 1_000,
    resetsAt: '2026-12-01T00:00:00.000Z',
  }

  override letter() {
    const { organizationName, percent, used, limit } = this.data
    const day = DateTime.fromISO(this.data.resetsAt, { zone: 'utc' })
      .setLocale('en-GB')
      .toLocaleString(DateTime.DATE_FULL)
    const isOver = percent >= 100
    return {
      subject: isOver
        ? `${organizationName} has used up its API calls`
        : `${organizationName} has used ${percent} % of its API calls`,
      paragraphs: [
        `${organizationName} has made ${counts.format(used)} of the ${counts.format(limit)} API calls that its plan has in a month.`,
        isOver
          ? `Further calls are refused until ${day}. The site itself works as before.`
          : `When they are used up, further calls are refused until ${day}.`,
        'A larger plan has more.',
      ],
      action: { label: 'See the usage', url: pageUrl('/dashboard/billing/usage') },
      footnote: `You get this mail because you look after the billing of ${organizationName}.`,
    }
  }
}
