import vine from '@vinejs/vine'
import { tableFields } from '#core/table'
import { roleRule } from '#accounts/validators/role_rule'

const slugRule = vine.createRule((value, _options, field) => {
  if (typeof value !== 'string' || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return
  field.report('slug', 'slug', field)
})

const name = () => vine.string().trim().minLength(1).maxLength(120)

/** In addresses, so it is at most as long as a label of the domain name system. */
const slug = () => vine.string().trim().minLength(2).maxLength(63).use(slugRule())

export const activeOrganizationValidator = vine.create({ organizationId: vine.string().uuid() })

export const newOrganizationValidator = vine.create({ name: name(), slug: slug().optional() })

export const organizationNamesValidator = vine.create({ name: name().optional(), slug: slug().optional() })

export const typedNameValidator = vine.create({ name: vine.string().maxLength(200) })

export const memberListValidator = vine.create({ ...tableFields(['fullName', 'joinedAt'] as const) })

export const memberValidator = vine.create({ userId: vine.string().uuid() })

export const memberRoleValidator = vine.create({ role: vine.string().use(roleRule('organization')) })
