import { Exception } from '@adonisjs/core/exceptions'
import { limits } from '#config/organizations'

export class LastOwnerException extends Exception {
  static override status = 409
  static override code = 'E_LAST_OWNER'
  static override message =
    'An organization needs an owner. Make somebody else an owner first, or delete the organization.'
}

export class OrganizationLimitException extends Exception {
  static override status = 409
  static override code = 'E_ORGANIZATION_LIMIT'
  static override message = `One person can belong to ${limits.organizations} organizations. To make room, leave one or delete one that is yours.`
}

export class MemberLimitException extends Exception {
  static override status = 409
  static override code = 'E_MEMBER_LIMIT'
  static override message = `An organization can have ${limits.members} members. To make room, somebody who manages members removes one.`
}

export class TeamLimitException extends Exception {
  static override status = 409
  static override code = 'E_TEAM_LIMIT'
  static override message = `An organization can have ${limits.teams} teams. Delete one first.`
}

export class HigherRoleException extends Exception {
  static override status = 403
  static override code = 'E_HIGHER_ROLE'
  static override message = 'This person’s role may do more than yours, so you cannot change it.'
}

export class TwoFactorRequiredException extends Exception {
  static override status = 403
  static override code = 'E_TWO_FACTOR_REQUIRED'
  static override message =
    'This organization is for members with a second factor. Set up two-factor or a passkey under Security; whoever has a passkey signs in with it.'
}

export class NoSecondFactorException extends Exception {
  static override status = 409
  static override code = 'E_NO_SECOND_FACTOR'
  static override message =
    'Set up two-factor for your own account first, or sign in with a passkey. Otherwise you would lock yourself out.'
}
