import type { HttpContext } from '@adonisjs/core/http'
import Plan from '#billing/models/plan'
import PlanTransformer from '#billing/transformers/plan_transformer'

export default class PlansController {
  async index({ response, serialize }: HttpContext) {
    const answer = await serialize(PlanTransformer.transform(await Plan.onSale()))
    response.header('Cache-Control', 'public, max-age=0, must-revalidate')
    response.setEtag(JSON.stringify(answer))
    if (response.fresh()) response.status(304)
    return answer
  }
}
