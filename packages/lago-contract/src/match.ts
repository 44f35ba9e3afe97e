import type { Json } from './scenarios.ts'

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const show = (value: unknown) => JSON.stringify(value) ?? 'nothing'

/** Expectations that look at a property of the object under another name. */
const DERIVED: Record<string, (actual: Json) => unknown> = {
  fees_count: ({ fees }) => (Array.isArray(fees) ? fees.length : undefined),
  subscriptions_count: ({ subscriptions }) =>
    Array.isArray(subscriptions) ? subscriptions.length : undefined,
}

/**
 * Where `actual` does not contain `expected`: objects are compared by the keys expected, lists entry by entry and by
 * length, everything else exactly.
 *
 * @returns a line per difference; none when it matches
 */
export function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: expected a list, got ${show(actual)}`]
    const length =
      actual.length === expected.length
        ? []
        : [`${path}: expected ${expected.length} entries, got ${actual.length}`]
    return [
      ...length,
      ...expected
        .slice(0, actual.length)
        .flatMap((entry, index) => differences(entry, actual[index], `${path}[${index}]`)),
    ]
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return [`${path}: expected an object, got ${show(actual)}`]
    return Object.entries(expected).flatMap(([key, value]) => {
      if (key === 'number_suffix') {
        return String(actual.number).endsWith(String(value))
          ? []
          : [`${path}.number: expected to end in ${show(value)}, got ${show(actual.number)}`]
      }
      const found = DERIVED[key] ? DERIVED[key](actual) : actual[key]
      return differences(value, found, `${path}.${key}`)
    })
  }
  return Object.is(expected, actual) ? [] : [`${path}: expected ${show(expected)}, got ${show(actual)}`]
}
