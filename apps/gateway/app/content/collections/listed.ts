import { errors } from '@vinejs/vine'
import type { Field } from '#config/collections'

/** Says which part of a question is refused, and what may be asked instead. */
export function refuse(field: string, message: string): never {
  throw new errors.E_VALIDATION_ERROR([{ field, message, rule: 'unlisted' }])
}

export const oneOf = (names: string[]) =>
  names.length > 0 ? `Choose from: ${names.join(', ')}.` : 'There are none.'

type Fields = Record<string, Field>

export const namesWith = (fields: Fields, what: 'filter' | 'sort' | 'search') =>
  Object.keys(fields).filter((name) => fields[name]![what])

export const columnOf = (fields: Fields, name: string) => fields[name]!.column ?? toColumn(name)

export const toColumn = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
