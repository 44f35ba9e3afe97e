import { parseArgs } from 'node:util'
import { FormatError, loadContract, VERSIONS, type Version } from './scenarios.ts'
import { scenarioSuite, type Case } from './suite.ts'
import { sandboxTarget, type Target } from './target.ts'

const USAGE = `contract --url <origin> --key <api key> [--version head] [--premium] [--only S01,K05] [FILE…]
Without a FILE it replays scenarios.yaml of this package.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    key: { type: 'string' },
    version: { type: 'string', default: 'head' },
    premium: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const version = values.version as Version
const premium = values.premium

function casesOf(target: Target): { cases: Case[]; skipped: number } {
  const files = positionals.map((file) => loadContract(file))
  const suites = files.length
    ? files.map((contract) => ({ contract, missing: new Set<string>() }))
    : [{ contract: loadContract(), missing: undefined }]
  const all = suites.flatMap(({ contract }) => contract.scenarios)
  return {
    cases: suites.flatMap((suite) => scenarioSuite(() => target, { version, premium, ...suite })),
    skipped: all.filter((scenario) => (scenario.premium ?? false) !== premium).length,
  }
}

async function run() {
  if (!values.url || !values.key || !VERSIONS.includes(version)) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const { cases, skipped } = casesOf(sandboxTarget(values.url.replace(/\/$/, ''), values.key))
  const only = values.only?.split(',')
  const wanted = cases.filter(({ id }) => !only || only.some((prefix) => id.startsWith(prefix)))

  let failed = 0
  for (const { id, title, notYet, run } of wanted) {
    const problems = await run().catch((error: unknown) => [String(error)])
    const passed = problems.length === 0
    if (passed === notYet) failed += 1
    const verdict = notYet
      ? passed
        ? 'PASSES, remove it from "Not yet"'
        : 'not yet'
      : passed
        ? 'pass'
        : 'FAIL'
    process.stdout.write(`${id}  ${verdict}  ${title}\n`)
    if (!passed && !notYet) for (const problem of problems) process.stdout.write(`    ${problem}\n`)
  }
  const without = premium ? 'without a licence' : 'with a licence (--premium)'
  if (skipped) process.stdout.write(`\n${skipped} left out: they hold only ${without}\n`)
  process.stdout.write(`\n${wanted.length - failed} of ${wanted.length} as expected\n`)
  return failed ? 1 : 0
}

try {
  process.exitCode = await run()
} catch (error) {
  if (!(error instanceof FormatError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
