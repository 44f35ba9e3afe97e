import { maximumLength as max, minimumLength as min, type Person, weaknessOf } from '@gantry/password-rule'
import vine from '@vinejs/vine'
import { breachedPasswords } from '#accounts/breached_passwords'

/** Refuses passwords that everybody tries first, and those that are made of what stands beside them in the form. */
export const passwordRule = vine.createRule((value, _options, field) => {
  if (typeof value !== 'string') return
  const weakness = weaknessOf(value, personIn(field.parent as Record<string, unknown>))
  if (weakness) field.report('password', `${weakness}Password`, field, { min, max })
})

/** Refuses passwords that were stolen somewhere, where an operator has a list of them asked. */
export const breachRule = vine.createRule(async (value, _options, field) => {
  if (typeof value !== 'string' || !(await breachedPasswords.has(value))) return
  field.report('password', 'breachedPassword', field)
})

const personIn = ({ email, fullName }: Record<string, unknown>): Person => ({
  email: typeof email === 'string' ? email : null,
  fullName: typeof fullName === 'string' ? fullName : null,
})
