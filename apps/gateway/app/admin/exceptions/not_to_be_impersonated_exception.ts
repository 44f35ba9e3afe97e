import { Exception } from '@adonisjs/core/exceptions'

export class NotToBeImpersonatedException extends Exception {
  static override status = 409
  static override code = 'E_NOT_TO_BE_IMPERSONATED'
  static override message = 'Nobody acts as somebody who is disabled, or who works on the platform.'
}
