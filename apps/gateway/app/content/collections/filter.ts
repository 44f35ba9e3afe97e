import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { collections, type Kind, most } from '#config/collections'
import { columnOf, namesWith, oneOf, refuse, toColumn } from '#content/collections/listed'

/** Ours, and what Directus calls them. */
const operators = {
  eq: '_eq',
  neq: '_neq',
  in: '_in',
  nin: '_nin',
  lt: '_lt',
  lte: '_lte',
  gt: '_gt',
  gte: '_gte',
  contains: '_icontains',
  startsWith: '_istarts_with',
  null: '_null',
} as const

type Operator = keyof typeof operators

export const operatorsOf: Partial<Record<Kind, readonly Operator[]>> = {
  id: ['eq', 'in', 'null'],
  text: ['eq', 'neq', 'in', 'nin', 'contains', 'startsWith', 'null'],
  moment: ['lt', 'lte', 'gt', 'gte', 'null'],
}

/**
 * Conditions, all of which have to hold, as Directus takes them.
 *
 * @param wanted `{slug: {eq: 'one-door'}, author: {slug: {in: ['mara']}}}`
 * @throws E_VALIDATION_ERROR for every name that is not listed, and every value that is not of its kind
 */
export function filterOf(collection: string, wanted: object) {
  const conditions = [...conditionsOf(collection, wanted, 'filter', true)]
  if (conditions.length > most.conditions)
    refuse('filter', `At most ${most.conditions} conditions at a time.`)
  return conditions
}

function* conditionsOf(
  collection: string,
  wanted: object,
  at: string,
  mayFollow: boolean,
): Generator<object> {
  const { fields, relations = {} } = collections[collection]!
  for (const [name, value] of Object.entries(wanted) as [string, unknown][]) {
    const place = `${at}.${name}`
    const relation = Object.hasOwn(relations, name) ? relations[name]! : null
    if (relation && !relation.many && mayFollow) {
      for (const condition of conditionsOf(relation.to, objectAt(place, value), place, false))
        yield { [toColumn(name)]: condition }
      continue
    }
    if (!Object.hasOwn(fields, name) || !fields[name]!.filter)
      refuse(place, `${collection} are not filtered by "${name}". ${oneOf(choices(collection, mayFollow))}`)
    for (const test of testsOf(fields[name]!.kind, objectAt(place, value), place))
      yield { [columnOf(fields, name)]: test }
  }
}

const choices = (collection: string, mayFollow: boolean) => {
  const { fields, relations = {} } = collections[collection]!
  const followed = Object.keys(relations).filter((name) => mayFollow && !relations[name]!.many)
  return [...namesWith(fields, 'filter'), ...followed]
}

export function objectAt(place: string, value: unknown): object {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value
  return refuse(place, 'Say how to compare: an operator and a value, as in filter[slug][eq]=one-door.')
}

function* testsOf(kind: Kind, wanted: object, place: string) {
  const known = operatorsOf[kind] ?? []
  for (const [operator, value] of Object.entries(wanted) as [Operator, unknown][]) {
    const at = `${place}.${operator}`
    if (!known.includes(operator)) refuse(at, `There is no such operator here. ${oneOf([...known])}`)
    yield { [operators[operator]]: valueOf(kind, operator, value, at) }
  }
}

function valueOf(kind: Kind, operator: Operator, value: unknown, at: string) {
  if (operator === 'null') {
    const is = String(value)
    return is === 'true' || is === 'false' ? is === 'true' : refuse(at, 'Say true or false.')
  }
  if (operator !== 'in' && operator !== 'nin') return oneValue(kind, value, at)

  const values = Array.isArray(value) ? value : String(value).split(',')
  if (values.length === 0 || values.length > most.values) refuse(at, `Name 1 to ${most.values} values.`)
  return values.map((each) => oneValue(kind, each, at))
}

/** Directus reads more than text out of some values, as "$CURRENT_USER"; what begins like that is nobody's title. */
function oneValue(kind: Kind, value: unknown, at: string) {
  if (typeof value !== 'string' || value.length === 0 || value.length > most.valueLength)
    return refuse(at, `This has to be text of 1 to ${most.valueLength} characters.`)
  if (kind === 'id') return vine.helpers.isUUID(value) ? value : refuse(at, 'This is not a valid id.')
  if (kind === 'moment') return isoOf(value) ?? refuse(at, 'Write a time as in 2026-01-31T12:00:00Z.')
  return value.startsWith('$') ? refuse(at, 'A value does not begin with "$".') : value
}

const isoOf = (value: string) => DateTime.fromISO(value, { zone: 'utc' }).toUTC().toISO()
