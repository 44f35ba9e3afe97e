import { Exception } from '@adonisjs/core/exceptions'

export class BadRequestException extends Exception {
  static override status = 400
  static override code = 'E_BAD_REQUEST'
}
