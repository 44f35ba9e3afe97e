import vine from '@vinejs/vine'

export const activeOrganizationValidator = vine.create({ organizationId: vine.string().uuid() })
