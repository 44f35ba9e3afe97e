import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Check, contentOf, type Scenario, VERSIONS } from './format.ts'

export { VERSIONS }
export type { Check, ExpectedCheck, ExpectedResponse, Expectation, Scenario, Setup, Step } from './format.ts'
export type Version = (typeof VERSIONS)[number]

export type Json = Record<string, unknown>

export interface Contract {
  taxes_catalogue: (Json & { code: string })[]
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
  const read = contentOf(parsed(file))
  if ('mistakes' in read)
    throw new FormatError(read.mistakes.map((mistake) => `${String(file)}: ${mistake}`).join('\n'))
  const { taxes_catalogue = [], scenarios = [], contract_checks = [] } = read.content
  const known = new Set(taxes_catalogue.map(({ code }) => code))
  const shared = file === OWN ? [] : loadContract().taxes_catalogue.filter(({ code }) => !known.has(code))
  return { taxes_catalogue: [...taxes_catalogue, ...shared], scenarios, contract_checks }
}

/** The ids below "Not yet" in the README: what the sandbox is known not to do. */
export function notYet(file: URL | string = new URL('../README.md', import.meta.url)) {
  const [, section = ''] = readFileSync(file, 'utf8').split(/^## Not yet$/m)
  return new Set([...section.split(/^## /m)[0]!.matchAll(/^- `([SK]\d+[^`]*)`/gm)].map(([, id]) => id!))
}
