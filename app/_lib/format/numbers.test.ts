import { describe, expect, it } from 'vitest'
import { decimalsFor, formatLimit, formatNumber } from './numbers.ts'
import { unitLabel } from './units.ts'

describe('formatNumber', () => {
  it.each([
    ['small', 0.0832, '0.083'], ['below one', 0.53, '0.53'], ['ones', 2.094, '2.09'], ['tens', 55.74, '55.7'],
    ['hundreds', 296.4, '296'], ['thousands', 18412, '18,412'], ['zero', 0, '0'], ['negative', -20.25, '-20.3'],
  ])('%s is written', (_name, value, expected) => {
    expect(formatNumber(value, 'en')).toBe(expected)
  })
  it('uses the notation of the language', () => {
    expect(formatNumber(2.094, 'de')).toBe('2,09')
  })
  it('rounds decimals, not the whole part', () => {
    expect(decimalsFor(1234.5)).toBe(0)
  })
})

describe('formatLimit', () => {
  it('drops zeros nobody typed', () => {
    expect(formatLimit(0.5, 'en')).toBe('0.50')
    expect(formatLimit(52, 'en')).toBe('52')
  })
})

describe('unitLabel', () => {
  it.each([['[g]', 'g'], ['Cel', '°C'], ['%', '%'], ['mm/s', 'mm/s'], ['N.m', 'N·m'], ['Cel/h', '°C/h']])('%s is written %s', (code, shown) => {
    expect(unitLabel(code)).toBe(shown)
  })
})
