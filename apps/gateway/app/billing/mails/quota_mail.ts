import { inDays, inDigits } from '#billing/wording'
import { pageUrl } from '#core/mail/page_url'
import { ProductMail } from '#core/mail/product_mail'

interface Data {
  organizationName: string
  percent: number
  used: number
  limit: number
  resetsAt: string
}

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
    const day = inDays(this.data.resetsAt)
    const isOver = percent >= 100
    return {
      subject: isOver
        ? `${organizationName} has used up its API calls`
        : `${organizationName} has used ${percent} % of its API calls`,
      paragraphs: [
        `${organizationName} has made ${inDigits(used)} of the ${inDigits(limit)} API calls that its plan has in a month.`,
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
