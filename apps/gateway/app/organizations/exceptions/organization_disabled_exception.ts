import { Exception } from '@adonisjs/core/exceptions'

export class OrganizationDisabledException extends Exception {
  static override status = 403
  static override code = 'E_ORGANIZATION_DISABLED'
  static override message =
    'This organization is disabled. Its data is kept; please contact support, or choose another organization.'
}
