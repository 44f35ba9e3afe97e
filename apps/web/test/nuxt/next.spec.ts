import { expect, test } from 'vitest'
import { samePath } from '~/composables/useNext'

test.each(['/dashboard', '/dashboard/billing?plan=pro_monthly', '/docs#start'])(
  '%s is a way back',
  (path) => {
    expect(samePath(path)).toBe(path)
  },
)

test.each([
  'https://evil.test',
  '//evil.test',
  '/\\evil.test',
  '/\t/evil.test',
  '/.//evil.test',
  'javascript:alert(1)',
  'dashboard',
  '',
  undefined,
  ['/dashboard'],
])('%j is not', (path) => {
  expect(samePath(path)).toBeUndefined()
})
