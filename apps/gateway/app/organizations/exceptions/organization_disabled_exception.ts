import { Refusal } from '#core/exceptions/refusal'

export class OrganizationDisabledException extends Refusal {
  static override status = 403
  static override code = 'E_ORGANIZATION_DISABLED'
}
