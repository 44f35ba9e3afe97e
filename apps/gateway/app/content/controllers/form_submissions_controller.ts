import type { HttpContext } from '@adonisjs/core/http'
import { findForm, submit } from '#content/submission'
import { submissionValidator } from '#content/validators/submission'
import { NotFoundException } from '#core/exceptions/not_found_exception'

export default class FormSubmissionsController {
  async store({ request, response, serialize }: HttpContext) {
    const { params, values, website } = await request.validateUsing(submissionValidator)
    const form = await findForm(params.id)
    if (!form) throw new NotFoundException()

    // A robot is told what everyone is told, so that it does not learn.
    if (!website) await submit(form, values)
    return response.created(await serialize({ form: form.id }, { message: form.success_message }))
  }
}
