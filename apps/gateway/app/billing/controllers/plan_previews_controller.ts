import type { HttpContext } from '@adonisjs/core/http'
import { PlanPreview } from '#billing/plan_change/plan_preview'
import PlanPreviewTransformer from '#billing/transformers/plan_preview_transformer'
import { planChoiceValidator } from '#billing/validators/billing'

export default class PlanPreviewsController {
  async show({ membership, request, serialize }: HttpContext) {
    const { planCode } = await request.validateUsing(planChoiceValidator)
    const preview = await new PlanPreview(membership.organization.id, planCode).show()
    return serialize(PlanPreviewTransformer.transform(preview))
  }
}
