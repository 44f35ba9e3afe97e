import type { HttpContext } from '@adonisjs/core/http'
import Team from '#organizations/models/team'
import TeamTransformer from '#organizations/transformers/team_transformer'
import { teamIdValidator, teamValidator } from '#organizations/validators/team'

export default class TeamsController {
  async index({ membership, serialize }: HttpContext) {
    const teams = await Team.of(membership.organization.id)
    return serialize(TeamTransformer.transform(teams), { total: teams.length })
  }

  async store(ctx: HttpContext) {
    const draft = await ctx.request.validateUsing(teamValidator)
    const { id } = await Team.open(ctx.membership.organization.id, draft)
    return ctx.response.created(await ctx.serialize(TeamTransformer.transform(await teamIn(ctx, id))))
  }

  async update(ctx: HttpContext) {
    const draft = await ctx.request.validateUsing(teamValidator)
    const { id } = await (await teamIn(ctx)).change(draft)
    return ctx.serialize(TeamTransformer.transform(await teamIn(ctx, id)))
  }

  async destroy(ctx: HttpContext) {
    await (await teamIn(ctx)).remove()
    return ctx.response.noContent()
  }
}

async function teamIn({ membership, params }: HttpContext, known?: string) {
  const { id } = known ? { id: known } : await teamIdValidator.validate(params)
  return Team.of(membership.organization.id).where({ id }).firstOrFail()
}
