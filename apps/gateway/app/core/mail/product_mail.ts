import string from '@adonisjs/core/helpers/string'
import { BaseMail } from '@adonisjs/mail'
import { htmlPart } from '#core/mail/html_part'
import { spoken } from '#core/language'
import type { Letter } from '#core/mail/letter'
import { textPart } from '#core/mail/text_part'
import env from '#start/env'

/** Keeps a header on its line; what breaks lines in a text is at most a space in a subject. */
// eslint-disable-next-line no-control-regex
const oneLine = (value: string) => value.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim()

/**
 * Every mail of the product. One is the class of its letter, the data that fills it in, and a `sample` of that data, with
 * which it can be looked at and tested; it lies in `app/<domain>/mails/<name>_mail.ts`.
 */
export abstract class ProductMail<Data extends object = object> extends BaseMail {
  /**
   * @param recipient the address alone: API transports put a name beside it into the header as it is
   * @param cause id of what the mail is about, usually of the ledger event; the same cause makes the same Message-ID,
   * so that a mail sent twice after a crash is recognised as one
   */
  constructor(
    readonly recipient: string,
    readonly cause: string,
    protected readonly data: Data,
  ) {
    super()
  }

  abstract letter(): Letter

  override prepare() {
    const letter = this.letter()
    const name = string.dashCase(this.constructor.name)

    this.message
      .to(this.recipient)
      .subject(oneLine(letter.subject))
      .messageId(`<${this.cause}.${name}@${new URL(env.get('APP_URL')).hostname}>`)
      // Absence notes and mailing lists do not answer what says this of itself (RFC 3834).
      .header('Auto-Submitted', 'auto-generated')
      .header('Content-Language', spoken())
      .text(textPart(letter))
      .html(htmlPart(letter))
  }
}
