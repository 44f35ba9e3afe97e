/** The states of Lago that a scenario may tell apart. */
export const VERSIONS = ['v1.27', 'v1.50', 'v1.51', 'head'] as const

/** Says what is wrong with a value; `path` names it. Nothing when all is well. */
type Shape = (value: unknown, path: string) => string[]

const anything: Shape = () => []

const kind =
  (name: string, holds: (value: unknown) => boolean): Shape =>
  (value, path) =>
    holds(value) ? [] : [`${path} must be ${name}`]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = kind('a text', (value) => typeof value === 'string' && value !== '')
const flag = kind('true or false', (value) => typeof value === 'boolean')
const count = kind('a whole number', (value) => Number.isInteger(value) && Number(value) > 0)
const instant = kind(
  'an instant like "2024-03-05T12:12:00Z"',
  (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
)
const call = kind(
  'a method and a path, like "POST /subscriptions"',
  (value) => typeof value === 'string' && /^(GET|POST|PUT|PATCH|DELETE) \/\S*$/.test(value),
)
const json = kind('an object', isObject)
const version = kind(`one of ${VERSIONS.join(', ')}`, (value) => VERSIONS.some((known) => known === value))

const list =
  (of: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((entry, index) => of(entry, `${path}[${index}]`))
      : [`${path} must be a list`]

/** An unknown field is a mistake: what nobody looks at would seem to hold. */
const object =
  (fields: Record<string, Shape>, required: string[] = []): Shape =>
  (value, path) => {
    if (!isObject(value)) return [`${path} must be an object`]
    const at = (key: string) => (path === '' ? key : `${path}.${key}`)
    return [
      ...required.filter((key) => value[key] === undefined).map((key) => `${at(key)} is missing`),
      ...Object.entries(value).flatMap(([key, field]) =>
        fields[key] ? fields[key](field, at(key)) : [`${at(key)} is not a field of the format`],
      ),
    ]
  }

const coded = list((value, path) =>
  isObject(value) ? text(value.code, `${path}.code`) : [`${path} must be an object`],
)

const response = object(
  {
    status: count,
    root: text,
    object: json,
    first: json,
    keys: list(text),
    empty: flag,
    error_code: text,
    error_details: json,
  },
  ['status'],
)

const expectation = object({
  response,
  invoices: list(json),
  credit_notes: list(json),
  wallets: list(json),
  subscription: (value, path) => [
    ...json(value, path),
    ...(isObject(value) ? text(value.external_id, `${path}.external_id`) : []),
  ],
  webhooks: list(text),
})

const step = object({
  at: instant,
  tick: flag,
  note: text,
  call,
  body: json,
  events: object({ code: text, sub: text, properties: json, n: count }, ['code', 'sub', 'properties', 'n']),
  expect: expectation,
  expect_by_version: object(Object.fromEntries(VERSIONS.map((name) => [name, expectation]))),
})

const setup = object({
  taxes: coded,
  metrics: coded,
  add_ons: coded,
  coupons: coded,
  plans: coded,
  customers: list((value, path) =>
    isObject(value) ? text(value.external_id, `${path}.external_id`) : [`${path} must be an object`],
  ),
})

const scenario = object(
  {
    id: text,
    title: text,
    note: text,
    source: text,
    math: list(anything),
    versions: list(version),
    premium: flag,
    unsure: flag,
    setup,
    steps: list(step),
  },
  ['id', 'title', 'setup', 'steps'],
)

const answer = object({
  status: count,
  body: json,
  body_contains: text,
  error_code: text,
  code: text,
  error_details: json,
  root: text,
  keys: list(text),
  meta: json,
  same_lago_id: flag,
  text,
})

const check = object(
  {
    id: text,
    call,
    note: text,
    auth: kind('none or wrong', (value) => value === 'none' || value === 'wrong'),
    body: json,
    twice: flag,
    expect: answer,
    expect_second: answer,
  },
  ['id', 'call'],
)

const at = (value: unknown) => (isObject(value) && typeof value.at === 'string' ? Date.parse(value.at) : NaN)

/** What the shapes alone do not say: time runs forward from a first instant, and charges name metrics that exist. */
function meaning(value: unknown): string[] {
  if (!isObject(value) || !Array.isArray(value.steps)) return []
  const steps: unknown[] = value.steps
  const problems: string[] = []
  if (Number.isNaN(at(steps[0]))) problems.push('steps[0].at is missing: the first step sets the clock')
  let last = at(steps[0])
  for (const [index, entry] of steps.entries()) {
    if (at(entry) < last) problems.push(`steps[${index}].at lies before the step that precedes it`)
    if (!Number.isNaN(at(entry))) last = at(entry)
  }
  const objects = (key: string) => {
    const entries = isObject(value.setup) ? value.setup[key] : undefined
    return Array.isArray(entries) ? entries.filter(isObject) : []
  }
  const metrics = objects('metrics').map(({ code }) => code)
  for (const [index, { charges }] of objects('plans').entries()) {
    for (const [position, charge] of (Array.isArray(charges) ? charges : []).entries()) {
      const path = `setup.plans[${index}].charges[${position}].billable_metric_code`
      const name: unknown = isObject(charge) ? charge.billable_metric_code : undefined
      if (!metrics.includes(name)) problems.push(`${path} names no metric of the setup`)
    }
  }
  return problems
}

function each(entries: unknown, name: string, shape: Shape) {
  if (entries === undefined) return []
  if (!Array.isArray(entries)) return [`${name}s must be a list`]
  return entries.flatMap((entry: unknown, index) => {
    const id = isObject(entry) && typeof entry.id === 'string' ? entry.id : `${index + 1} (without id)`
    return shape(entry, '').map((problem) => `${name} ${id}: ${problem}`)
  })
}

/**
 * What is wrong with the content of a scenario file.
 *
 * @returns a sentence per mistake that names the scenario and the field; none when it can be run
 */
export function formatProblems(content: unknown): string[] {
  if (!isObject(content)) return ['must be an object with a list "scenarios"']
  const { format = 1, taxes_catalogue, scenarios, contract_checks } = content
  if (format !== 1) return [`format must be 1, got ${JSON.stringify(format)}`]
  if (scenarios === undefined && contract_checks === undefined)
    return ['has neither scenarios nor contract_checks']
  return [
    ...(taxes_catalogue === undefined ? [] : coded(taxes_catalogue, 'taxes_catalogue')),
    ...each(scenarios, 'scenario', (value, path) => [...scenario(value, path), ...meaning(value)]),
    ...each(contract_checks, 'contract_check', check),
  ]
}
