import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { price, type ChargeModel, type ChargeProperties } from '../src/billing/charge_models.ts'
import { creditForUnusedDays, split } from '../src/billing/credit_note.ts'
import { decimal, decimalText, round, sum, sumDecimals, ZERO } from '../src/billing/money.ts'
import { daysBetween, daysIn, INTERVALS, periodAt, type Schedule } from '../src/billing/periods.ts'
import { planFee } from '../src/billing/plan_fee.ts'
import { applyDiscount, feeTaxes, invoiceTaxes, type Priced } from '../src/billing/totals.ts'
import { fromCredits } from '../src/billing/wallet_credits.ts'

const day = (text: string, zone = 'utc') => DateTime.fromISO(text, { zone })

const zones = fc.constantFrom('utc', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland')
const dates = fc.integer({ min: 0, max: 6000 }).map((days) => days)
const schedules = fc.record({
  interval: fc.constantFrom(...INTERVALS),
  billingTime: fc.constantFrom('calendar' as const, 'anniversary' as const),
  anchorDay: dates,
  zone: zones,
})

const scheduleOf = ({
  zone,
  anchorDay,
  ...rest
}: { zone: string; anchorDay: number } & Omit<Schedule, 'anchor'>) => ({
  ...rest,
  anchor: day('2015-01-01', zone).plus({ days: anchorDay, hours: 9 }),
})

describe('periods', () => {
  it('contain their day and touch their neighbours without a gap', () => {
    fc.assert(
      fc.property(schedules, dates, (parts, offset) => {
        const schedule = scheduleOf(parts)
        const date = schedule.anchor.plus({ days: offset })
        const period = periodAt(schedule, date)
        expect(period.from <= date && date <= period.to.endOf('day')).toBe(true)
        const following = periodAt(schedule, period.to.plus({ days: 1 }))
        expect(following.from.toISODate()).toBe(period.to.plus({ days: 1 }).toISODate())
        expect(periodAt(schedule, period.from).to.toISODate()).toBe(period.to.toISODate())
      }),
    )
  })

  it('count the same days whatever the clocks do in between', () => {
    expect(daysBetween(day('2024-03-30', 'Europe/Berlin'), day('2024-04-01', 'Europe/Berlin'))).toBe(3)
    expect(daysBetween(day('2024-10-26', 'Europe/Berlin'), day('2024-10-28', 'Europe/Berlin'))).toBe(3)
  })

  it('return to the 31st after a short month', () => {
    const schedule: Schedule = { interval: 'monthly', billingTime: 'anniversary', anchor: day('2024-01-31') }
    expect(periodAt(schedule, day('2024-03-01')).from.toISODate()).toBe('2024-02-29')
    expect(periodAt(schedule, day('2024-04-15')).from.toISODate()).toBe('2024-03-31')
  })
})

describe('the plan fee', () => {
  it('of the parts of a period differs from the whole by less than a cent a part', () => {
    fc.assert(
      fc.property(schedules, fc.integer({ min: 0, max: 10_000_000 }), dates, (parts, amountCents, offset) => {
        const schedule = scheduleOf(parts)
        const period = periodAt(schedule, schedule.anchor.plus({ days: offset }))
        const cut = period.from.plus({ days: Math.floor(daysIn(period) / 2) })
        const fee = (from: DateTime, to: DateTime) =>
          planFee({ amountCents, period, from, to, rule: 'partial' })
        const both = fee(period.from, cut.minus({ days: 1 })) + fee(cut, period.to)
        expect(Math.abs(both - amountCents)).toBeLessThanOrEqual(1)
        expect(fee(period.from, period.to)).toBe(amountCents)
      }),
    )
  })

  it('is nothing while the trial lasts', () => {
    const period = { from: day('2024-03-01'), to: day('2024-03-31') }
    const trialEndsAt = day('2024-04-02')
    expect(planFee({ amountCents: 3100, period, ...period, rule: 'full', trialEndsAt })).toBe(0)
  })
})

const usageOf = (...events: number[]) => ({
  units: sumDecimals(events.map(decimal)),
  eventsCount: events.length,
  eventUnits: events.map(decimal),
  preciseTotalCents: ZERO,
})

describe('charge models', () => {
  const tiers = [
    { from_value: 0, to_value: 5, per_unit_amount: '10', flat_amount: '100' },
    { from_value: 6, to_value: null, per_unit_amount: '5', flat_amount: '50' },
  ]
  const cases: [ChargeModel, ChargeProperties, number[], string][] = [
    ['standard', { amount: '4' }, [12.5], '50'],
    ['graduated', { graduated_ranges: tiers }, [3], '130'],
    ['graduated', { graduated_ranges: tiers }, [8], '215'],
    ['graduated', { graduated_ranges: tiers }, [], '100'],
    ['package', { amount: '100', package_size: 10 }, [15], '200'],
    ['package', { amount: '100', package_size: 10, free_units: 5 }, [3], '0'],
    ['package', { amount: '100', package_size: 10, free_units: 5 }, [12], '100'],
    ['percentage', { rate: '1', fixed_amount: '5', free_units_per_events: 3 }, [10, 10, 10, 10], '5.1'],
    [
      'percentage',
      { rate: '1', fixed_amount: '5', free_units_per_events: 3, free_units_per_total_aggregation: '15' },
      [10, 10, 10],
      '10.15',
    ],
    [
      'percentage',
      { rate: '1', fixed_amount: '5', free_units_per_total_aggregation: '15' },
      [4, 4, 4, 4],
      '5.01',
    ],
    [
      'volume',
      {
        volume_ranges: [
          { from_value: 0, to_value: 10, per_unit_amount: '5', flat_amount: '100' },
          { from_value: 11, to_value: null, per_unit_amount: '2', flat_amount: '50' },
        ],
      },
      [15],
      '80',
    ],
    [
      'graduated_percentage',
      {
        graduated_percentage_ranges: [
          { from_value: 0, to_value: 100, rate: '5', flat_amount: '0' },
          { from_value: 101, to_value: null, rate: '2', flat_amount: '10' },
        ],
      },
      [150],
      '16',
    ],
  ]
  it.each(cases)('%s %j of %j costs %s', (model, properties, events, expected) => {
    expect(price(model, properties, usageOf(...events), 'EUR').toFixed()).toBe(expected)
  })
})

const fees = fc.array(
  fc.record({
    amountCents: fc.integer({ min: 0, max: 5_000_000 }),
    rates: fc.array(fc.constantFrom(0, 5.5, 7, 19, 20, 25), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
)

const pricedOf = (drafts: { amountCents: number; rates: number[] }[]): Priced[] =>
  drafts.map(({ amountCents, rates }) => ({
    amountCents,
    couponsCents: ZERO,
    taxes: [...new Set(rates)].map((rate) => ({ code: `t${rate}`, rate })),
  }))

describe('totals', () => {
  it('never take more off than there is, and spread all that is taken', () => {
    fc.assert(
      fc.property(fees, fc.integer({ min: 0, max: 9_000_000 }), (drafts, remainingCents) => {
        const priced = pricedOf(drafts)
        const total = sum(drafts.map(({ amountCents }) => amountCents))
        const taken = applyDiscount({ kind: 'fixed_amount', remainingCents, rate: ZERO }, priced)
        expect(taken).toBe(Math.min(total, remainingCents))
        const spread = sumDecimals(priced.map(({ couponsCents }) => couponsCents))
        expect(spread.minus(taken).abs().toNumber()).toBeLessThan(0.001)
      }),
    )
  })

  it('round the tax of the invoice once, close to the sum of the rounded ones', () => {
    fc.assert(
      fc.property(fees, (drafts) => {
        const priced = pricedOf(drafts)
        const { totalCents, taxes } = invoiceTaxes(priced)
        const perFee = sum(priced.map((fee) => round(sumDecimals(feeTaxes(fee).map(({ amount }) => amount)))))
        expect(Math.abs(totalCents - perFee)).toBeLessThanOrEqual(priced.length)
        const perTax = sum(taxes.map(({ amount }) => round(amount)))
        expect(Math.abs(totalCents - perTax)).toBeLessThanOrEqual(taxes.length)
      }),
    )
  })
})

describe('credit notes', () => {
  it('add up and never exceed the fee', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.double({ min: 0, max: 6_000_000, noNaN: true }),
        fc.constantFrom(0, 5.5, 19, 20, 25),
        (amountCents, unused, rate) => {
          const credit = creditForUnusedDays(
            { amountCents, couponsCents: ZERO, creditedCents: ZERO, taxes: [{ code: 't', rate }] },
            unused,
          )
          if (!credit) return
          expect(credit.subTotalCents).toBeLessThanOrEqual(amountCents)
          expect(credit.totalCents).toBe(credit.subTotalCents + credit.taxesCents)
        },
      ),
    )
  })

  it('split without losing or making a cent', () => {
    const cents = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(
        cents,
        cents,
        cents,
        fc.constantFrom('credit', 'refund', 'offset'),
        (total, paid, due, mode) => {
          const parts = split(total, mode, { totalCents: total + due, paidCents: paid, dueCents: due })
          expect(parts.creditCents + parts.refundCents + parts.offsetCents).toBe(total)
          for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})

it('rounds half away from zero', () => {
  expect([round(306.5), round(-306.5), round(0.5), round(2.4999)]).toEqual([307, -307, 1, 2])
})

it('writes decimals in plain notation with a digit after the point', () => {
  expect([decimalText('10'), decimalText('12.50'), decimalText('1e-7')]).toEqual([
    '10.0',
    '12.5',
    '0.0000001',
  ])
})

it('lets the rounded money decide how many credits were bought', () => {
  const { cents, credits } = fromCredits(decimal('17.9699999999999988631316'), decimal(1), 'EUR')
  expect([cents, credits.toFixed()]).toEqual([1797, '17.97'])
})
