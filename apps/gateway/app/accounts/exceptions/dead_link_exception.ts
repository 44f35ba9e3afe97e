import { Refusal } from '#core/exceptions/refusal'

type Reason = 'E_LINK_USED' | 'E_LINK_EXPIRED' | 'E_LINK_ELSEWHERE' | 'E_LINK_UNKNOWN'

/** Only who holds the secret of a link is told what became of it; whoever guesses hears that it is unknown. */
export class DeadLinkException extends Refusal {
  constructor(code: Reason) {
    super({ status: 422, code })
  }
}
