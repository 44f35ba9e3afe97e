import { Exception } from '@adonisjs/core/exceptions'

export class NoSeatException extends Exception {
  static override status = 409
  static override code = 'E_NO_STUDIO_SEAT'
  static override message =
    'Every seat of the Studio is taken. Ask one of the people who hold one to give it back.'
}
