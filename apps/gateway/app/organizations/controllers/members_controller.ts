import type { HttpContext } from '@adonisjs/core/http'
import { AdministeredMember } from '#organizations/administered_member'
import { MemberList } from '#organizations/member_list'
import MemberTransformer from '#organizations/transformers/member_transformer'
import {
  memberListValidator,
  memberRoleValidator,
  memberValidator,
} from '#organizations/validators/organization'

export default class MembersController {
  async index({ membership, request, serialize }: HttpContext) {
    const wanted = await request.validateUsing(memberListValidator)
    const members = await new MemberList(membership.organization.id, wanted).page()
    return serialize(MemberTransformer.transform(members.all(), membership), { total: members.total })
  }

  async update(ctx: HttpContext) {
    const { role } = await ctx.request.validateUsing(memberRoleValidator)
    const member = await (await memberIn(ctx)).changeRole(role)
    return ctx.serialize(MemberTransformer.transform(member, ctx.membership))
  }

  async destroy(ctx: HttpContext) {
    await (await memberIn(ctx)).remove()
    return ctx.response.noContent()
  }
}

async function memberIn({ auth, membership, params }: HttpContext) {
  const { userId } = await memberValidator.validate(params)
  return new AdministeredMember(membership.organization.id, userId, auth.getUserOrFail())
}
