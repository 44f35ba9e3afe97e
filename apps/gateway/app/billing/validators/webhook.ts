import vine from '@vinejs/vine'

const label = () => vine.string().maxLength(100)

/** What we read of a webhook; the object it carries has many shapes. */
export const webhookValidator = vine.create(
  vine.object({ webhook_type: label(), object_type: label() }).allowUnknownProperties<unknown>(),
)
