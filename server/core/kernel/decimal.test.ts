import { expect, test } from 'vitest'
import { formatMoney, parseMoney, perHour } from './decimal.ts'

test.each([['0', '0.00'], ['1240.5', '1240.50'], ['-3.005', '-3.01'], ['0.00005', '0.00'], ['12.3449', '12.34'], ['99999999999999.9999', '100000000000000.00']])('%s is written %s', (text, written) => {
  expect(formatMoney(parseMoney(text))).toBe(written)
})

test('sums are exact where binary fractions are not', () => {
  const sum = ['0.1', '0.2', '0.3'].map(parseMoney).reduce((a, b) => a + b, 0n)
  expect(sum).toBe(parseMoney('0.6'))
})

test.each([[3_600_000, '58', '58.00'], [90 * 60_000, '58', '87.00'], [1000, '36', '0.01'], [0, '58', '0.00']])('%i ms at %s an hour cost %s', (ms, rate, cost) => {
  expect(formatMoney(perHour(ms, parseMoney(rate)))).toBe(cost)
})

test.each(['', '1,5', '1e3', 'NaN', '.5'])('"%s" is refused', (text) => {
  expect(() => parseMoney(text)).toThrow('no decimal number')
})
