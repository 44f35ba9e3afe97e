import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useServer } from './server.ts'

const cli = new URL('../../../packages/lago-contract/src/cli.ts', import.meta.url).pathname

const PASSES = `
scenarios:
  - id: X1
    title: Nothing is owed at first
    setup:
      plans: [{ code: p, amount_cents: 1000 }]
      customers: [{ external_id: c, tax_codes: [vat_20] }]
    steps:
      - at: '2024-04-01T00:00:00Z'
        call: POST /subscriptions
        body: { subscription: { external_customer_id: c, external_id: s, plan_code: p } }
        expect: { invoices: [] }
`
const FAILS = PASSES.replace('X1', 'X2').replace('invoices: []', 'invoices: [{ total_amount_cents: 1 }]')

const BROKEN = [
  ['a list is cut off', 'scenarios: [', /is not YAML/],
  ['nothing to run', 'format: 1', /has neither scenarios nor contract_checks/],
  ['a later format', 'format: 2\nscenarios: []', /format must be 1, got 2/],
  [
    'a step without a list',
    PASSES.replace('invoices: []', 'invoices: 3'),
    /X1: steps\[0\]\.expect\.invoices must be a list/,
  ],
  [
    'a mistyped expectation',
    PASSES.replace('invoices: []', 'invoces: []'),
    /X1: steps\[0\]\.expect\.invoces is not a field/,
  ],
  ['no first instant', PASSES.replace(/at: .*/, 'tick: true'), /X1: steps\[0\]\.at is missing/],
  ['no title', PASSES.replace(/title: .*/, ''), /X1: title is missing/],
  [
    'a charge without its metric',
    PASSES.replace('amount_cents: 1000', 'charges: [{ billable_metric_code: calls }]'),
    /X1: setup\.plans\[0\]\.charges\[0\]\.billable_metric_code names no metric/,
  ],
] as const

describe('files of scenarios', () => {
  const holder = useServer()
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scenarios-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const written = async (name: string, text: string) => {
    const file = join(folder, name)
    await writeFile(file, text)
    return file
  }
  const contract = (...files: string[]) => {
    const { url, env } = holder.server
    const asked = promisify(execFile)(process.execPath, [cli, '--url', url, '--key', env.apiKey, ...files])
    return asked.then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        stdout,
        stderr,
      }),
    )
  }

  it('are replayed in the order given', async () => {
    const files = [await written('fails.yaml', FAILS), await written('passes.yaml', PASSES)]
    const { code, stdout } = await contract(...files)
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /X2 {2}FAIL.*\n.*invoices: expected 1 entries, got 0[\s\S]*X1 {2}pass[\s\S]*1 of 2/,
    )
    expect((await contract(files[1]!)).code).toBe(0)
  })

  it.each(BROKEN)('are refused when %s', async (name, text, sentence) => {
    const file = await written(`${name}.yaml`, text)
    const { code, stderr, stdout } = await contract(await written('fine.yaml', PASSES), file)
    expect(code).toBe(2)
    expect(stderr).toMatch(sentence)
    expect(stderr).toContain(file)
    expect(stdout, 'nothing is replayed').toBe('')
  })

  it('are refused when they are not there', async () => {
    const { code, stderr } = await contract(join(folder, 'nowhere.yaml'))
    expect(code).toBe(2)
    expect(stderr).toMatch(/nowhere\.yaml: cannot be read/)
  })
})
