import type { Schema } from '../contract/schema.js'

/** Where a value is not what the schema says, as paths with a reason; nothing may be there that the schema does not name. */
export function mismatches(value: unknown, schema: Schema, path = '$'): string[] {
  if (schema.enum) return schema.enum.includes(value as string) ? [] : [`${path} is ${JSON.stringify(value)}`]
  if (schema.anyOf) {
    const all = schema.anyOf.map((one) => mismatches(value, one, path))
    return all.some((one) => one.length === 0) ? [] : (all.sort((a, b) => a.length - b.length)[0] ?? [])
  }
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${path} is no array`]
    return value.flatMap((item, index) => mismatches(item, schema.items ?? {}, `${path}[${index}]`))
  }
  if (schema.type === 'object') return objectMismatches(value, schema, path)
  if (schema.type === 'null') return value === null ? [] : [`${path} is not null`]
  return !schema.type || typeof value === schema.type ? [] : [`${path} is no ${schema.type}`]
}

function objectMismatches(value: unknown, schema: Schema, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`]
  const { properties = {}, required = [], additionalProperties } = schema
  const missing = required.filter((name) => !(name in value)).map((name) => `${path}.${name} is missing`)
  const wrong = Object.entries(value).flatMap(([name, member]) => {
    const expected =
      properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined)
    return expected ? mismatches(member, expected, `${path}.${name}`) : [`${path}.${name} is not documented`]
  })
  return [...missing, ...wrong]
}
