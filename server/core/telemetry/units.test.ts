import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUANTITIES } from './quantities.ts'
import { ALIASES, CONTEXT_ALIASES } from './unit-aliases.ts'
import { UNITS } from './unit-table.ts'
import { convert, conversion, readUnit } from './units.ts'

const value = (v: number, from: string, to: string, quantity?: string): number => {
  const result = convert(v, from, to, quantity)
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}

describe('convert', () => {
  it.each([
    // [name, value, from, to, expected]: expected values are exact by definition, or from NIST SP 811.
    ['gravity to SI', 1, '[g]', 'm/s2', 9.80665],
    ['SI to gravity', 9.80665, 'm/s2', '[g]', 1],
    ['a point that stores gravity keeps it', 0.33, 'g', '[g]', 0.33],
    ['the vendor\'s g for an acceleration is not gram', 2, 'g', 'm/s2', 19.6133],
    ['milli-g', 500, 'mg', '[g]', 0.5],
    ['g RMS', 0.5, 'g RMS', '[g]', 0.5],
    ['inch per second', 1, 'ips', 'mm/s', 25.4],
    ['metre per second', 0.0045, 'm/s', 'mm/s', 4.5],
    ['velocity with its averaging', 4.5, 'mm/s rms', 'mm/s', 4.5],
    ['velocity with a UCUM annotation', 4.5, 'mm/s{rms}', 'mm/s', 4.5],
    ['mil', 1, 'mil', 'um', 25.4],
    ['micro sign', 12, 'µm', 'um', 12],
    ['Greek mu', 12, 'μm', 'um', 12],
    ['freezing point', 32, '[degF]', 'Cel', 0],
    ['boiling point', 100, '°C', '[degF]', 212],
    ['absolute zero', 0, 'K', 'Cel', -273.15],
    ['where the scales meet', -40, 'F', 'Cel', -40],
    ['the one-sign degree Celsius', 21.5, '℃', 'Cel', 21.5],
    ['degC', 21.5, 'degC', 'Cel', 21.5],
    ['C for a temperature is not coulomb', 21.5, 'C', 'Cel', 21.5],
    ['millibar', 1013.25, 'mbar', 'bar', 1.01325],
    ['kilopascal', 250, 'kPa', 'bar', 2.5],
    ['pascal', 101_325, 'Pa', 'bar', 1.01325],
    ['pound per square inch', 100, 'psi', 'kPa', 689.475_729_316_8],
    ['litres per minute', 1000, 'l/min', 'm3/h', 60],
    ['cubic metres with a superscript', 7.2, 'm³/h', 'L/s', 2],
    ['US gallons per minute', 1, 'gpm', 'L/min', 3.785_411_784],
    ['milliampere', 4, 'mA', 'A', 0.004],
    ['kilovolt', 6.3, 'kV', 'V', 6300],
    ['horsepower', 1, 'hp', 'kW', 0.745_699_871_582_270_2],
    ['hertz to turns', 25, 'Hz', '/min', 1500],
    ['rpm', 1480, 'rpm', '/min', 1480],
    ['turns per minute as UCUM writes them', 1480, '{rev}/min', '/min', 1480],
    ['a fraction to percent', 0.65, '1', '%', 65],
    ['minutes to hours', 90, 'min', 'h', 1.5],
  ])('%s', (_name, v, from, to, expected) => {
    expect(value(v, from, to)).toBeCloseTo(expected, 9)
  })

  it('leaves a value in its own unit untouched to the bit', () => {
    expect(value(0.1 + 0.2, 'mm/s rms', 'mm/s')).toBe(0.1 + 0.2)
  })

  it.each([
    ['two dimensions', 'bar', 'Cel', ['bar (pressure)', 'Cel (temperature)']],
    ['gram for a temperature', 'g', 'Cel', ['g (mass)', 'Cel (temperature)']],
    ['displacement for a velocity', 'um', 'mm/s', ['um (length)', 'mm/s (velocity)']],
    ['a spelling names how it was read', 'RPM', 'mm/s', ['RPM', '/min (frequency)', 'mm/s (velocity)']],
    ['an unknown unit', 'furlong/fortnight', 'mm/s', ['"furlong/fortnight"', 'UCUM']],
    ['an unknown unit of the point', 'mm/s', 'blips', ['"blips"']],
    ['peak is not RMS', 'mm/s peak', 'mm/s', ['"mm/s peak"']],
    ['no unit at all', '', 'mm/s', ['""']],
    ['a name that objects have', 'constructor', 'mm/s', ['"constructor"']],
  ])('refuses %s and names the units', (_name, from, to, parts) => {
    const result = convert(1, from, to)
    expect(result.ok).toBe(false)
    if (!result.ok) {
      expect(result.error.code).toBe('unit')
      for (const part of parts) expect(result.error.detail).toContain(part)
    }
  })

  it('reads an ambiguous unit of a point by the point\'s quantity', () => {
    expect(value(1, 'm/s2', 'g', 'acceleration')).toBeCloseTo(1 / 9.80665, 12)
    expect(value(1, 'mg', 'g', 'acceleration')).toBeCloseTo(0.001, 12)
    expect(convert(1, 'm/s2', 'g').ok).toBe(false)
  })

  it('comes back to the same value for any two units of one dimension', () => {
    const pairs = [...UNITS.values()].flatMap((a) => [...UNITS.values()].filter((b) => b.dimension === a.dimension).map((b) => [a, b] as const))
    fc.assert(fc.property(fc.constantFrom(...pairs), fc.double({ min: -1e6, max: 1e6, noNaN: true }), ([a, b], v) => {
      const size = Math.max(1, Math.abs(v), Math.abs(a.offset / a.factor), Math.abs(b.offset / b.factor))
      expect(Math.abs(value(value(v, a.code, b.code), b.code, a.code) - v)).toBeLessThanOrEqual(size * 1e-12)
    }), { numRuns: 500 })
  })

  it('is a line: the conversion applied by hand gives what convert gives', () => {
    const found = conversion('[degF]', 'Cel')
    expect(found.ok && 451 * found.value.factor + found.value.offset).toBe(value(451, '[degF]', 'Cel'))
  })
})

describe('the unit tables', () => {
  it('give every quantity kind a canonical unit of its own dimension', () => {
    for (const [kind, { unit, dimension }] of Object.entries(QUANTITIES)) expect([kind, UNITS.get(unit)?.dimension]).toEqual([kind, dimension])
  })

  it('point every alias at a known unit, and every alias in context at one of that dimension', () => {
    for (const [alias, code] of Object.entries(ALIASES)) expect([alias, UNITS.has(code), alias === alias.toLowerCase()]).toEqual([alias, true, true])
    for (const [dimension, aliases] of Object.entries(CONTEXT_ALIASES)) {
      for (const [alias, code] of Object.entries(aliases)) expect([alias, UNITS.get(code)?.dimension]).toEqual([alias, dimension])
    }
  })

  it('read every UCUM code as itself', () => {
    for (const unit of UNITS.values()) expect(readUnit(unit.code)).toEqual({ ok: true, value: unit })
  })
})
