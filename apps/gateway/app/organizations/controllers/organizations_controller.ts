import type { HttpContext } from '@adonisjs/core/http'
import { membershipsOf } from '#organizations/member_provider'
import MembershipTransformer from '#organizations/transformers/membership_transformer'

export default class OrganizationsController {
  index({ auth, serialize }: HttpContext) {
    const memberships = membershipsOf(auth.getUserOrFail())
    return serialize(MembershipTransformer.transform(memberships), { total: memberships.length })
  }
}
