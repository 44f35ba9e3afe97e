import { Exception } from '@adonisjs/core/exceptions'

export class JobNotFailedException extends Exception {
  static override status = 409
  static override code = 'E_JOB_NOT_FAILED'
  static override message = 'This job is not failed any more. Somebody has started it again, or it is done.'
}
