import { Refusal } from '#core/exceptions/refusal'

export class JobNotFailedException extends Refusal {
  static override status = 409
  static override code = 'E_JOB_NOT_FAILED'
}
