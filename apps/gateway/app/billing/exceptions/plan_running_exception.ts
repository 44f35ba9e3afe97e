import { Refusal } from '#core/exceptions/refusal'

export class PlanRunningException extends Refusal {
  static override status = 409
  static override code = 'E_PLAN_RUNNING'
}
