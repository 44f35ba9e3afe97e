import type { HttpContext } from '@adonisjs/core/http'
import { findForm, submit } from '#content/submission'
import { formIdValidator, submissionValidator } from '#content/validators/submission'
import { NotFoundException } from '#core/exceptions/not_found_exception'

export default class FormSubmissionsController {
  async store({ params, request, response, serialize }: HttpContext) {
    const { id } = await formIdValidator.validate(params)
    const { values, website } = await request.validateUsing(submissionValidator)
    const form = await findForm(id)
    if (!form) throw new NotFoundException()

    // A robot is told what everyone is told, so that it does not learn.
    if (!website) await submit(form, values)
    response.status(201)
    return serialize({ form: form.id }, { message: form.success_message })
  }
}
