import { expect, test } from 'vitest'
import { formatNumber, parseNumber } from './number.ts'

test.each([[1, 'WO-000001'], [123, 'WO-000123'], [1234567, 'WO-1234567']])('%i is %s', (no, text) => {
  expect(formatNumber(no)).toBe(text)
  expect(parseNumber(text)).toBe(no)
})
test.each(['wo-000123', ' WO-123 '])('reads %s', (text) => expect(parseNumber(text)).toBe(123))
test.each(['', '123', 'WO-', 'WO-12a', 'XWO-1', 'WO-1234567890'])('refuses "%s"', (text) => expect(parseNumber(text)).toBeNull())
