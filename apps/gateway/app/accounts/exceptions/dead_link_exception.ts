import { Exception } from '@adonisjs/core/exceptions'

const reasons = {
  E_LINK_USED: 'This link has been used already.',
  E_LINK_EXPIRED: 'This link has expired.',
  E_LINK_ELSEWHERE:
    'This link works only in the browser in which you asked for it. Open it there, or ask for one here.',
  E_LINK_UNKNOWN: 'This link does not work any more; perhaps a newer one has been sent.',
}

/** Only who holds the secret of a link is told what became of it; whoever guesses hears that it is unknown. */
export class DeadLinkException extends Exception {
  constructor(code: keyof typeof reasons) {
    super(reasons[code], { status: 422, code })
  }
}
