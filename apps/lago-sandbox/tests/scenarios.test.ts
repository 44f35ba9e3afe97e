import { scenarioSuite } from '@gantry/lago-contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { useServer } from './server.ts'

describe.each([
  { title: 'without premium', premium: false },
  { title: 'with premium', premium: true },
])('the contract $title', ({ premium }) => {
  const holder = useServer({ premium })
  const cases = scenarioSuite(() => holder.server.target, { premium })

  it('has cases', () => {
    expect(cases.length).toBeGreaterThan(0)
  })

  describe('scenarios', () => {
    beforeEach(async () => {
      await holder.server.control('POST', '/reset')
    })

    for (const { id, title, notYet, run } of cases.filter(({ id }) => id.startsWith('S'))) {
      it(`${id}: ${title}`, async () => {
        const problems = await run()
        if (notYet) expect(problems, 'passes: take it off the "Not yet" list').not.toEqual([])
        else expect(problems).toEqual([])
      })
    }
  })

  const checks = cases.filter(({ id }) => id.startsWith('K'))
  describe.runIf(checks.length > 0)('single calls', () => {
    for (const { id, title, notYet, run } of checks) {
      it(`${id}: ${title}`, async () => {
        const problems = await run()
        if (notYet) expect(problems, 'passes: take it off the "Not yet" list').not.toEqual([])
        else expect(problems).toEqual([])
      })
    }
  })
})
