import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countTests } from './counts.mjs'

test('reads the closing lines of Vitest', () => {
  const output = ' Test Files  1 failed | 3 passed (4)\n      Tests  2 failed | 11 passed | 1 skipped (14)\n'
  assert.deepEqual(countTests(output), { passed: 11, failed: 2, skipped: 1 })
})

test('reads the closing lines of Japa', () => {
  assert.deepEqual(countTests('\n FAILED \n\nTests  12 passed, 3 failed (15)\n Time  2s\n'), {
    passed: 12,
    failed: 3,
    skipped: 0,
  })
})

test("reads the closing lines of Node's runner", () => {
  const output = 'ℹ tests 5\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\nℹ todo 0\n'
  assert.deepEqual(countTests(output), { passed: 3, failed: 2, skipped: 0 })
})

test('finds nothing where nothing ran', () => {
  assert.deepEqual(countTests('no tests here'), { passed: 0, failed: 0, skipped: 0 })
})
