import { Exception } from '@adonisjs/core/exceptions'

export class TooManyStreamsException extends Exception {
  static override status = 429
  static override code = 'E_TOO_MANY_STREAMS'
  static override message = 'Too many pages listen for changes. Ask for the page itself from time to time.'
}
