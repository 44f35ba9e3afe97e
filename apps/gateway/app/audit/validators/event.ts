import vine from '@vinejs/vine'

const day = () => vine.date({ formats: ['YYYY-MM-DD'] }).optional()

export const eventFields = () => ({
  action: vine
    .string()
    .maxLength(80)
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .optional(),
  person: vine.string().uuid().optional(),
  from: day(),
  until: day(),
  cursor: vine.string().uuid().optional(),
  perPage: vine.number().withoutDecimals().min(1).max(100).optional(),
})

export const eventListValidator = vine.create(eventFields())

const { cursor, perPage } = eventFields()

export const ownEventListValidator = vine.create({ cursor, perPage })
