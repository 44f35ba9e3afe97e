import vine from '@vinejs/vine'
import type { SchemaTypes } from '@vinejs/vine/types'
import type { Form, FormField } from '#content/cms/schema'
import { choices } from '#content/transformers/block'

/** People need longer than this to fill in a form. */
const shortestMs = 2_000

/** What surrounds the fields of a form: `website` is hidden from people, so only a robot fills it in. */
export const submissionValidator = vine.create({
  params: vine.object({ id: vine.string().uuid() }),
  values: vine.object({}).allowUnknownProperties(),
  website: vine.string().maxLength(500).optional(),
  elapsedMs: vine.number().min(shortestMs),
})

/** A validator made of a form's own definition. */
export const formValidator = ({ fields }: Form) =>
  vine.create(Object.fromEntries((fields ?? []).map((field) => [field.name, fieldSchema(field)])))

function fieldSchema({ type, required, options }: FormField): SchemaTypes {
  if (type === 'checkbox') return required ? vine.accepted() : vine.boolean().optional()
  const schemas = {
    text: () => vine.string().trim().maxLength(200),
    email: () => vine.string().trim().maxLength(254).email(),
    textarea: () => vine.string().trim().maxLength(5_000),
    select: () => vine.enum(choices(options)),
  }
  const schema = schemas[type]()
  return required ? schema : schema.optional()
}
