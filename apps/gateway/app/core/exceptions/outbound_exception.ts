import { Refusal } from '#core/exceptions/refusal'

/** An address that somebody gave us and that we do not call. */
export class OutboundRefusedException extends Refusal {
  static override status = 422
  static override code = 'E_OUTBOUND_REFUSED'

  constructor(readonly reason: 'malformed' | 'protocol' | 'credentials' | 'port' | 'private' | 'unknown') {
    super({ key: `errors.outbound_${reason}` })
  }
}

/** A server that somebody named, called in vain. What it answered is not repeated to anyone. */
export class OutboundFailedException extends Refusal {
  static override status = 422
  static override code = 'E_OUTBOUND_FAILED'

  constructor(
    readonly reason: 'deadline' | 'redirect' | 'size' | 'type' | 'connection' | 'resting',
    options?: { cause?: unknown },
  ) {
    super({ key: `errors.outbound_${reason}`, cause: options?.cause })
  }
}
