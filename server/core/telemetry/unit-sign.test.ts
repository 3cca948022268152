import { expect, it } from 'vitest'
import { unitSign } from './unit-sign.ts'

it.each([
  ['Cel', '°C'], ['[g]', 'g'], ['1', ''], ['', ''], ['bar', 'bar'], ['mm/s', 'mm/s'], ['/min', 'rpm'], ['m3/h', 'm³/h'],
  ['Cel/h', '°C/h'], ['[g]/min', 'g/min'], ['mm/s/h', 'mm/s/h'], ['/min/h', 'rpm/h'], ['m3/h/d', 'm³/h/d'], ['/h', '/h'], ['{spread}', 'σ'],
])('%s is written %s', (code, sign) => { expect(unitSign(code)).toBe(sign) })
