import { expect, test } from 'vitest'

test.each([
  [9_900, 'EUR', '€99', '€99.00'],
  [9_950, 'EUR', '€99.50', '€99.50'],
  [9_900, 'JPY', 'JP¥9,900', 'JP¥9,900'],
])('%i minor units of %s', (minor, currency, short, exact) => {
  expect(formatMoney(minor, currency)).toBe(short)
  expect(formatAmount(minor, currency)).toBe(exact)
})
