import type { Dimension } from './quantities.ts'

/** Unit is a UCUM unit: its value in the coherent SI unit of its dimension is `value * factor + offset`. */
export interface Unit { readonly code: string; readonly dimension: Dimension; readonly factor: number; readonly offset: number }

// Exact factors: the international inch (25.4 mm), the US gallon (231 in3) and the standard acceleration of free fall
// (CGPM 1901), as in NIST SP 811 appendix B; the UCUM codes and [HP] = 550 [ft_i].[lbf_av]/s as in UCUM 2.1 tables 4-8.
const G = 9.80665
const INCH = 0.0254
const GALLON = 231 * INCH ** 3
const POUND_FORCE = 0.45359237 * G
const FAHRENHEIT = 5 / 9

const of = (dimension: Dimension, factors: Record<string, number>): Unit[] =>
  Object.entries(factors).map(([code, factor]) => ({ code, dimension, factor, offset: 0 }))

const units: readonly Unit[] = [
  ...of('velocity', { 'm/s': 1, 'mm/s': 1e-3, 'cm/s': 1e-2, 'um/s': 1e-6, 'm/min': 1 / 60, 'km/h': 1 / 3.6, '[in_i]/s': INCH }),
  ...of('acceleration', { 'm/s2': 1, 'mm/s2': 1e-3, 'cm/s2': 1e-2, '[g]': G, 'm[g]': G * 1e-3, '[in_i]/s2': INCH }),
  ...of('length', { m: 1, cm: 1e-2, mm: 1e-3, um: 1e-6, nm: 1e-9, '[in_i]': INCH, '[mil_i]': INCH * 1e-3 }),
  ...of('pressure', {
    Pa: 1, hPa: 100, kPa: 1e3, MPa: 1e6, bar: 1e5, mbar: 100, '[psi]': POUND_FORCE / INCH ** 2, 'mm[Hg]': 133.322, atm: 101_325,
  }),
  ...of('flow', {
    'm3/s': 1, 'm3/min': 1 / 60, 'm3/h': 1 / 3600, 'L/s': 1e-3, 'L/min': 1e-3 / 60, 'L/h': 1e-3 / 3600, 'mL/min': 1e-6 / 60,
    '[gal_us]/min': GALLON / 60,
  }),
  ...of('current', { A: 1, mA: 1e-3, uA: 1e-6, kA: 1e3 }),
  ...of('voltage', { V: 1, mV: 1e-3, uV: 1e-6, kV: 1e3 }),
  ...of('power', { W: 1, mW: 1e-3, kW: 1e3, MW: 1e6, '[HP]': 550 * 12 * INCH * POUND_FORCE }),
  ...of('frequency', { Hz: 1, kHz: 1e3, '/s': 1, '/min': 1 / 60, '/h': 1 / 3600 }),
  ...of('ratio', { '1': 1, '%': 1e-2, '[ppm]': 1e-6 }),
  ...of('time', { s: 1, ms: 1e-3, us: 1e-6, min: 60, h: 3600, d: 86_400, wk: 604_800 }),
  // Not measured by any point; known so that a wrong spelling can be refused by name.
  ...of('mass', { g: 1e-3, mg: 1e-6, kg: 1, t: 1e3 }),
  ...of('charge', { C: 1 }),
  ...of('capacitance', { F: 1 }),
  ...of('magnetic-flux-density', { G: 1e-4 }),
  { code: 'K', dimension: 'temperature', factor: 1, offset: 0 },
  { code: 'Cel', dimension: 'temperature', factor: 1, offset: 273.15 },
  { code: '[degF]', dimension: 'temperature', factor: FAHRENHEIT, offset: 459.67 * FAHRENHEIT },
]

/** UNITS is every unit that can be read, by its UCUM code. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(units.map((unit) => [unit.code, unit]))
