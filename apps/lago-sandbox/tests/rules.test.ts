import { loadContract, scenarioSuite } from '@gantry/lago-contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { useServer } from './server.ts'

const contract = loadContract(new URL('./rules.yaml', import.meta.url))

describe.each([{ premium: false }, { premium: true }])('rules, premium $premium', ({ premium }) => {
  const holder = useServer({ premium })
  beforeEach(async () => {
    await holder.server.control('POST', '/reset')
  })

  it.each(scenarioSuite(() => holder.server.target, { premium, contract }))(
    '$id: $title',
    async ({ run }) => {
      expect(await run()).toEqual([])
    },
  )
})
