import { Exception } from '@adonisjs/core/exceptions'

const refusals = {
  malformed: 'This is not an address that can be called.',
  protocol: 'Please use an address that begins with https://.',
  credentials: 'Please leave user name and password out of the address.',
  port: 'Please use an address on the usual port of https.',
  private: 'This address leads into a private network. Please use one on the public internet.',
  unknown: 'There is no server of this name.',
}

const failures = {
  deadline: 'The server did not answer in time.',
  redirect: 'The server leads elsewhere. Please give the final address.',
  size: 'The server answered with more than is read.',
  type: 'The server answered with something else than was asked for.',
  connection: 'The server could not be reached.',
  resting: 'The server failed several times in a row. Please try again in a few seconds.',
}

/** An address that somebody gave us and that we do not call. */
export class OutboundRefusedException extends Exception {
  static override status = 422
  static override code = 'E_OUTBOUND_REFUSED'

  constructor(readonly reason: keyof typeof refusals) {
    super(refusals[reason])
  }
}

/** A server that somebody named, called in vain. What it answered is not repeated to anyone. */
export class OutboundFailedException extends Exception {
  static override status = 422
  static override code = 'E_OUTBOUND_FAILED'

  constructor(
    readonly reason: keyof typeof failures,
    options?: { cause?: unknown },
  ) {
    super(failures[reason], options)
  }
}
