import { Refusal } from '#core/exceptions/refusal'
import { limits } from '#config/organizations'

export class LastOwnerException extends Refusal {
  static override status = 409
  static override code = 'E_LAST_OWNER'
}

export class OrganizationLimitException extends Refusal {
  static override status = 409
  static override code = 'E_ORGANIZATION_LIMIT'

  constructor() {
    super({ values: { limit: limits.organizations } })
  }
}

export class MemberLimitException extends Refusal {
  static override status = 409
  static override code = 'E_MEMBER_LIMIT'

  constructor() {
    super({ values: { limit: limits.members } })
  }
}

export class TeamLimitException extends Refusal {
  static override status = 409
  static override code = 'E_TEAM_LIMIT'

  constructor() {
    super({ values: { limit: limits.teams } })
  }
}

export class HigherRoleException extends Refusal {
  static override status = 403
  static override code = 'E_HIGHER_ROLE'
}

export class TwoFactorRequiredException extends Refusal {
  static override status = 403
  static override code = 'E_TWO_FACTOR_REQUIRED'
}

export class NoSecondFactorException extends Refusal {
  static override status = 409
  static override code = 'E_NO_SECOND_FACTOR'
}
