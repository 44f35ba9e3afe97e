import { Exception } from '@adonisjs/core/exceptions'

export class PlanRunningException extends Exception {
  static override status = 409
  static override code = 'E_PLAN_RUNNING'
  static override message =
    'Its plan is still running. Cancel it under Billing first, then delete the organization.'
}
