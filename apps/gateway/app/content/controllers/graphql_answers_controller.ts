import type { HttpContext } from '@adonisjs/core/http'
import { answerTo } from '#content/collections/graphql/answer'
import { graphqlValidator } from '#content/validators/collection'

export default class GraphqlAnswersController {
  async store(ctx: HttpContext) {
    const { query, variables } = await ctx.request.validateUsing(graphqlValidator)
    return ctx.serialize(await answerTo(ctx, query, variables ?? {}))
  }
}
