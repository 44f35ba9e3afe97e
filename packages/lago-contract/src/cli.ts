import { parseArgs } from 'node:util'
import { VERSIONS, type Version } from './scenarios.ts'
import { scenarioSuite } from './suite.ts'
import { sandboxTarget } from './target.ts'

const USAGE = 'contract --url <origin> --key <api key> [--version head] [--premium] [--only S01,K05]'

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    key: { type: 'string' },
    version: { type: 'string', default: 'head' },
    premium: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
if (!values.url || !values.key || !VERSIONS.includes(values.version as Version)) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}

const target = sandboxTarget(values.url.replace(/\/$/, ''), values.key)
const only = values.only?.split(',')
const cases = scenarioSuite(() => target, {
  version: values.version as Version,
  premium: values.premium,
}).filter(({ id }) => !only || only.some((wanted) => id.startsWith(wanted)))

let failed = 0
for (const { id, title, notYet, run } of cases) {
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
process.stdout.write(`\n${cases.length - failed} of ${cases.length} as expected\n`)
process.exitCode = failed ? 1 : 0
