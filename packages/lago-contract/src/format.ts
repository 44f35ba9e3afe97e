import { z } from 'zod'

/** The states of Lago that a scenario may tell apart. */
export const VERSIONS = ['v1.27', 'v1.50', 'v1.51', 'head'] as const

const text = z.string().min(1)
const count = z.int().positive()
const json = z.record(z.string(), z.unknown())
const coded = z.array(z.looseObject({ code: text }))
const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)), {
  error: 'must be an instant like "2024-03-05T12:12:00Z"',
})
const call = z.string().regex(/^(GET|POST|PUT|PATCH|DELETE) \/\S*$/, {
  error: 'must be a method and a path, like "POST /subscriptions"',
})

// Where a field that nobody looks at would seem to hold, an unknown one is a mistake.
const response = z.strictObject({
  status: count,
  root: text.optional(),
  object: json.optional(),
  first: json.optional(),
  keys: z.array(text).optional(),
  empty: z.boolean().optional(),
  error_code: text.optional(),
  error_details: json.optional(),
})

/** Lists name every object of the scenario's customer in the order of creation; each entry is a subset. */
const expectation = z.strictObject({
  response: response.optional(),
  invoices: z.array(json).optional(),
  credit_notes: z.array(json).optional(),
  wallets: z.array(json).optional(),
  subscription: z.looseObject({ external_id: text }).optional(),
  webhooks: z.array(text).optional(),
})

const step = z.strictObject({
  at: instant.optional(),
  tick: z.boolean().optional(),
  note: text.optional(),
  call: call.optional(),
  body: json.optional(),
  events: z.strictObject({ code: text, sub: text, properties: json, n: count }).optional(),
  expect: expectation.optional(),
  expect_by_version: z.partialRecord(z.enum(VERSIONS), expectation).optional(),
})

const plan = z.looseObject({
  code: text,
  charges: z.array(z.looseObject({ billable_metric_code: text })).optional(),
})

const setup = z.strictObject({
  taxes: coded.optional(),
  metrics: coded.optional(),
  add_ons: coded.optional(),
  coupons: coded.optional(),
  plans: z.array(plan).optional(),
  customers: z.array(z.looseObject({ external_id: text })).optional(),
})

type Mistake = (path: (string | number)[], message: string) => void

/** Time runs forward from a first instant. */
function runsForward(steps: { at?: string }[], mistake: Mistake) {
  if (!steps[0]?.at) mistake(['steps', 0, 'at'], 'is missing: the first step sets the clock')
  let last = -Infinity
  for (const [index, { at }] of steps.entries()) {
    if (at && Date.parse(at) < last) mistake(['steps', index, 'at'], 'lies before the step that precedes it')
    if (at) last = Date.parse(at)
  }
}

/** Charges are for metrics that exist. */
function namesItsMetrics({ metrics = [], plans = [] }: z.infer<typeof setup>, mistake: Mistake) {
  const known = new Set(metrics.map(({ code }) => code))
  for (const [index, { charges = [] }] of plans.entries())
    for (const [position, { billable_metric_code: code }] of charges.entries())
      if (!known.has(code))
        mistake(
          ['setup', 'plans', index, 'charges', position, 'billable_metric_code'],
          'names no metric of the setup',
        )
}

/** What else a scenario says of itself, as where its numbers come from, is for people. */
const scenario = z
  .object({
    id: text,
    title: text,
    versions: z.array(z.enum(VERSIONS)).optional(),
    premium: z.boolean().optional(),
    unsure: z.boolean().optional(),
    setup,
    steps: z.array(step),
  })
  .check(({ value, issues }) => {
    const mistake: Mistake = (path, message) =>
      void issues.push({ code: 'custom', input: value, path, message })
    runsForward(value.steps, mistake)
    namesItsMetrics(value.setup, mistake)
  })

const answer = z.strictObject({
  status: count,
  body: json.optional(),
  body_contains: text.optional(),
  error_code: text.optional(),
  code: text.optional(),
  error_details: json.optional(),
  root: text.optional(),
  keys: z.array(text).optional(),
  meta: json.optional(),
  same_lago_id: z.boolean().optional(),
  text: text.optional(),
})

const check = z.strictObject({
  id: text,
  call,
  note: text.optional(),
  auth: z.enum(['none', 'wrong']).optional(),
  body: json.optional(),
  twice: z.boolean().optional(),
  expect: answer.optional(),
  expect_second: answer.optional(),
})

const file = z
  .object({
    format: z.literal(1).optional(),
    taxes_catalogue: coded.optional(),
    scenarios: z.array(scenario).optional(),
    contract_checks: z.array(check).optional(),
  })
  .refine(({ scenarios, contract_checks }) => scenarios ?? contract_checks, {
    error: 'has neither scenarios nor contract_checks',
  })

export type ExpectedResponse = z.infer<typeof response>
export type Expectation = z.infer<typeof expectation>
export type Step = z.infer<typeof step>
export type Setup = z.infer<typeof setup>
export type Scenario = z.infer<typeof scenario>
export type ExpectedCheck = z.infer<typeof answer>
export type Check = z.infer<typeof check>
export type Content = z.infer<typeof file>

type Issue = z.core.$ZodIssue

/** What a value has to be, by what the library calls it. */
const kinds: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a whole number',
  object: 'an object',
  record: 'an object',
  string: 'a text',
}

function sentencesOf(issue: Issue): [path: PropertyKey[], sentence: string][] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => [[...path, key], 'is not a field of the format'])
  if (issue.code === 'invalid_type' && issue.input === undefined) return [[path, 'is missing']]
  if (issue.code === 'invalid_type') return [[path, `must be ${kinds[issue.expected] ?? issue.expected}`]]
  if (issue.code === 'too_small')
    return [[path, `must be ${issue.origin === 'string' ? 'a text' : 'more than 0'}`]]
  if (issue.code === 'invalid_value')
    return [[path, `must be ${issue.values.join(' or ')}, got ${JSON.stringify(issue.input)}`]]
  return [[path, issue.message]]
}

const written = (path: PropertyKey[]) =>
  path.reduce<string>(
    (before, key) => before + (typeof key === 'number' ? `[${key}]` : `${before && '.'}${String(key)}`),
    '',
  )

const named: Record<string, string> = { scenarios: 'scenario', contract_checks: 'contract_check' }

/** Where a mistake is: of a scenario its id, and the field within it. */
function placeOf([list, index, ...rest]: PropertyKey[], content: unknown) {
  const name = named[String(list)]
  if (name === undefined || typeof index !== 'number')
    return written([list, index].filter((key) => key !== undefined))
  const entries = (content as Record<string, { id?: unknown }[]>)[String(list)]!
  const id = entries[index]?.id
  return `${name} ${typeof id === 'string' ? id : `${index + 1} (without id)`}: ${written(rest)}`
}

/**
 * Reads the content of a scenario file.
 *
 * @returns it, or a sentence per mistake that names the scenario and the field
 */
export function contentOf(value: unknown): { content: Content } | { mistakes: string[] } {
  const { data, error } = file.safeParse(value, { reportInput: true })
  if (data) return { content: data }
  const mistakes = error.issues.flatMap(sentencesOf)
  return { mistakes: mistakes.map(([path, sentence]) => `${placeOf(path, value)} ${sentence}`.trim()) }
}
