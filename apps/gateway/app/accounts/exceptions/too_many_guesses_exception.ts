import { Refusal } from '#core/exceptions/refusal'

export class TooManyGuessesException extends Refusal {
  static override status = 429
  static override code = 'E_TOO_MANY_GUESSES'

  constructor(readonly seconds: number) {
    const isLong = seconds >= 120
    super({
      values: {
        unit: isLong ? 'minutes' : 'seconds',
        count: isLong ? Math.ceil(seconds / 60) : seconds,
      },
    })
  }

  getDefaultHeaders() {
    return { 'Retry-After': this.seconds }
  }
}
