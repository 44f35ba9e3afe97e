import ts from 'typescript'

/** The part of JSON Schema that a JSON answer needs. */
export interface Schema {
  type?: 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object'
  enum?: (string | number | boolean)[]
  format?: 'binary'
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
}

const maxDepth = 12

/** The JSON that a value of this TypeScript type becomes. `undefined` members make a property optional. */
export function schemaOf(type: ts.Type, checker: ts.TypeChecker, depth = 0): Schema {
  const { flags } = type
  if (depth > maxDepth || flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive))
    return {}
  if (type.isStringLiteral() || type.isNumberLiteral()) return { enum: [type.value] }
  if (flags & ts.TypeFlags.BooleanLiteral) return { enum: [checker.typeToString(type) === 'true'] }
  if (flags & ts.TypeFlags.StringLike) return { type: 'string' }
  if (flags & ts.TypeFlags.NumberLike) return { type: 'number' }
  if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' }
  if (flags & ts.TypeFlags.Null) return { type: 'null' }
  if (isFile(type)) return { type: 'string', format: 'binary' }
  if (type.isUnion())
    return unionOf(type.types.map((member) => schemaOf(member, checker, depth)).filter(isPresent))
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const items = checker.getTypeArguments(type as ts.TypeReference)
    return { type: 'array', items: unionOf(items.map((item) => schemaOf(item, checker, depth + 1))) }
  }
  // `string & {}` keeps an editor's suggestions alive; as JSON it is a string.
  if (type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.StringLike))
    return { type: 'string' }
  return flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) ? objectOf(type, checker, depth) : absent
}

/** Vine takes for a file whatever a browser, or a library that stands in for one, may call so. */
const isFile = (type: ts.Type) =>
  (type.isUnion() ? type.types : [type]).some(({ symbol }) => symbol?.name === 'Blob')

const absent: Schema = Object.freeze({})
const isPresent = (schema: Schema) => schema !== absent

function objectOf(type: ts.Type, checker: ts.TypeChecker, depth: number): Schema {
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String)
  const members = checker
    .getPropertiesOfType(type)
    .toSorted((a, b) => order(a.name, b.name))
    .filter(({ name }) => !name.startsWith('__'))
    .map(
      (symbol) =>
        [symbol.name, checker.getTypeOfSymbol(symbol), symbol.flags & ts.SymbolFlags.Optional] as const,
    )
    .filter(
      ([, member]) => member.getCallSignatures().length === 0 && !(member.flags & ts.TypeFlags.Undefined),
    )

  return {
    type: 'object',
    properties: Object.fromEntries(
      members.map(([name, member]) => [name, schemaOf(member, checker, depth + 1)]),
    ),
    required: members
      .filter(([, member, optional]) => !optional && !allowsUndefined(member))
      .map(([name]) => name),
    ...(index && { additionalProperties: schemaOf(index, checker, depth + 1) }),
  }
}

const allowsUndefined = (type: ts.Type): boolean =>
  type.isUnion() ? type.types.some(allowsUndefined) : (type.flags & ts.TypeFlags.Undefined) !== 0

/** By name: the compiler's own order depends on what else it has read. */
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function unionOf(members: Schema[]): Schema {
  const literals = new Set(members.flatMap((member) => member.enum ?? []))
  const isBoolean = literals.has(true) && literals.has(false)
  const values = [...literals].filter((value) => !isBoolean || typeof value !== 'boolean')
  const others = new Map(
    members.filter((member) => !member.enum).map((member) => [JSON.stringify(member), member]),
  )
  const isNullable = others.delete(JSON.stringify(nothing))
  const all: Schema[] = [
    ...(values.length > 0 ? [{ enum: values.toSorted((a, b) => order(String(a), String(b))) }] : []),
    ...(isBoolean ? [{ type: 'boolean' as const }] : []),
    ...[...others].toSorted(([a], [b]) => order(a, b)).map(([, member]) => member),
    ...(isNullable ? [nothing] : []),
  ]
  return all.length > 1 ? { anyOf: all } : (all[0] ?? {})
}

const nothing: Schema = { type: 'null' }

const lineWidth = 100

/** The same schema as a TypeScript type, written out in full; objects that do not fit a line get one line a member. */
export function print(schema: Schema, indent = '    '): string {
  if (schema.enum)
    return schema.enum.map((value) => (typeof value === 'string' ? `'${value}'` : value)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((member) => print(member, indent)).join(' | ')
  if (schema.type === 'array') return printArray(schema.items ?? {}, indent)
  if (schema.type === 'object') return printObject(schema, indent)
  if (schema.format) return 'Blob'
  return schema.type ?? 'unknown'
}

function printArray(items: Schema, indent: string) {
  const item = print(items, indent)
  const isUnion = (items.enum ?? items.anyOf ?? []).length > 1
  return isUnion ? `(${item})[]` : `${item}[]`
}

function printObject({ properties = {}, required = [], additionalProperties }: Schema, indent: string) {
  const inner = `${indent}  `
  const members = Object.entries(properties).map(
    ([name, member]) => `${keyOf(name)}${required.includes(name) ? '' : '?'}: ${print(member, inner)}`,
  )
  if (typeof additionalProperties === 'object')
    members.push(`[key: string]: ${print(additionalProperties, inner)}`)
  if (members.length === 0) return 'Record<string, never>'

  const line = `{ ${members.join('; ')} }`
  const fits = line.length + indent.length <= lineWidth && !line.includes('\n')
  return fits ? line : `{\n${members.map((member) => `${inner}${member}`).join('\n')}\n${indent}}`
}

const keyOf = (name: string) => (/^[a-z_$][\w$]*$/i.test(name) ? name : `'${name}'`)
