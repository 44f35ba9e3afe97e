import { Exception } from '@adonisjs/core/exceptions'

export class TooManyGuessesException extends Exception {
  static override status = 429
  static override code = 'E_TOO_MANY_GUESSES'

  constructor(readonly seconds: number) {
    super(`That was wrong too often. Please wait ${inWords(seconds)}, then try again.`)
  }

  getDefaultHeaders() {
    return { 'Retry-After': this.seconds }
  }
}

function inWords(seconds: number) {
  if (seconds === 1) return 'a second'
  if (seconds < 120) return `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
