import { randomUUID } from 'node:crypto'
import { runCheck } from './check_run.ts'
import { Names } from './names.ts'
import { runScenario } from './scenario_run.ts'
import { loadContract, notYet, type Contract, type Version } from './scenarios.ts'
import type { Target } from './target.ts'

export interface Case {
  id: string
  title: string
  /** Listed as not built yet: such a case passes by failing, so that the list stays true. */
  notYet: boolean
  /** @returns a line per difference; none when the server does what the contract says */
  run: () => Promise<string[]>
}

export interface SuiteOptions {
  version?: Version
  /** Whether the server has a premium licence; scenarios for premium run only then. */
  premium?: boolean
  contract?: Contract
  missing?: Set<string>
}

/** The cases that hold for this kind of server, in order; checks build on each other, scenarios do not. */
export function scenarioSuite(
  target: () => Target,
  { version = 'head', premium = false, contract = loadContract(), missing = notYet() }: SuiteOptions = {},
): Case[] {
  const names = new Names(randomUUID().slice(0, 8))
  const scenarios = contract.scenarios
    .filter(({ versions }) => versions?.includes(version) ?? true)
    .filter((scenario) => (scenario.premium ?? false) === premium)
    .map((scenario) => ({
      id: scenario.id,
      title: scenario.title,
      notYet: missing.has(scenario.id),
      run: () => runScenario(target(), scenario, version, contract.taxes_catalogue),
    }))
  const checks = (premium ? [] : contract.contract_checks).map((check) => ({
    id: check.id,
    title: check.call,
    notYet: missing.has(check.id),
    run: () => runCheck(target(), check, names),
  }))
  return [...scenarios, ...checks]
}
