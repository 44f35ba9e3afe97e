import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { formatProblems, VERSIONS } from './format.ts'

export { VERSIONS }
export type Version = (typeof VERSIONS)[number]

export type Json = Record<string, unknown>

export interface ExpectedResponse {
  status: number
  root?: string
  object?: Json
  first?: Json
  keys?: string[]
  empty?: boolean
  error_code?: string
  error_details?: Json
}

/** Lists name every object of the scenario's customer in the order of creation; each entry is a subset. */
export interface Expectation {
  response?: ExpectedResponse
  invoices?: Json[]
  credit_notes?: Json[]
  wallets?: Json[]
  subscription?: Json & { external_id: string }
  webhooks?: string[]
}

export interface Step {
  at?: string
  tick?: boolean
  call?: string
  body?: Json
  events?: { code: string; sub: string; properties: Json; n: number }
  expect?: Expectation
  expect_by_version?: Partial<Record<Version, Expectation>>
}

export interface Setup {
  taxes?: Json[]
  metrics?: Json[]
  add_ons?: Json[]
  coupons?: Json[]
  plans?: Json[]
  customers?: Json[]
}

export interface Scenario {
  id: string
  title: string
  versions?: Version[]
  premium?: boolean
  unsure?: boolean
  setup: Setup
  steps: Step[]
}

export interface ExpectedCheck {
  status: number
  body?: Json
  body_contains?: string
  error_code?: string
  code?: string
  error_details?: Json
  root?: string
  keys?: string[]
  meta?: Json
  same_lago_id?: boolean
  text?: string
}

export interface Check {
  id: string
  call: string
  auth?: 'none' | 'wrong'
  body?: Json
  twice?: boolean
  expect?: ExpectedCheck
  expect_second?: ExpectedCheck
}

export interface Contract {
  taxes_catalogue: Json[]
  scenarios: Scenario[]
  contract_checks: Check[]
}

/** A scenario file that cannot be run; the message has a line per mistake, each naming the file. */
export class FormatError extends Error {}

const OWN = new URL('../scenarios.yaml', import.meta.url)

const failure = (error: unknown) => (error instanceof Error ? error.message.split('\n')[0]! : String(error))

function parsed(file: URL | string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new FormatError(`${String(file)}: cannot be read: ${failure(error)}`)
  }
  try {
    return parse(text)
  } catch (error) {
    throw new FormatError(`${String(file)}: is not YAML: ${failure(error)}`)
  }
}

/**
 * Reads a file of scenarios. The taxes of our own file can be named in every other one.
 *
 * @throws {FormatError} naming file, scenario and field of each mistake
 */
export function loadContract(file: URL | string = OWN): Contract {
  const content = parsed(file)
  const problems = formatProblems(content)
  if (problems.length)
    throw new FormatError(problems.map((problem) => `${String(file)}: ${problem}`).join('\n'))
  const { taxes_catalogue = [], scenarios = [], contract_checks = [] } = content as Partial<Contract>
  const known = new Set(taxes_catalogue.map(({ code }) => code))
  const shared = file === OWN ? [] : loadContract().taxes_catalogue.filter(({ code }) => !known.has(code))
  return { taxes_catalogue: [...taxes_catalogue, ...shared], scenarios, contract_checks }
}

/** The ids below "Not yet" in the README: what the sandbox is known not to do. */
export function notYet(file: URL | string = new URL('../README.md', import.meta.url)) {
  const [, section = ''] = readFileSync(file, 'utf8').split(/^## Not yet$/m)
  return new Set([...section.split(/^## /m)[0]!.matchAll(/^- `([SK]\d+[^`]*)`/gm)].map(([, id]) => id!))
}
