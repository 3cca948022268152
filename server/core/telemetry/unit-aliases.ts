import type { Dimension } from './quantities.ts'

/**
 * CONTEXT_ALIASES are spellings that mean another unit in UCUM but have one plain meaning where the dimension is known:
 * `g` is gram, yet an acceleration in "g" is meant in [g]; `C` is coulomb, yet a temperature in "C" is in Cel.
 */
export const CONTEXT_ALIASES: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
  acceleration: { g: '[g]', G: '[g]', gn: '[g]', g0: '[g]', mg: 'm[g]', mG: 'm[g]' },
  temperature: { C: 'Cel', F: '[degF]', c: 'Cel', f: '[degF]', k: 'K' },
  length: { mil: '[mil_i]', mils: '[mil_i]' },
}

/** ALIASES are vendors' spellings in small letters; none of them is the UCUM code of another unit. */
export const ALIASES: Readonly<Record<string, string>> = {
  '°c': 'Cel', degc: 'Cel', 'deg c': 'Cel', 'deg. c': 'Cel', celsius: 'Cel', 'degrees celsius': 'Cel', cel: 'Cel',
  '°f': '[degF]', degf: '[degF]', 'deg f': '[degF]', fahrenheit: '[degF]', '[degf]': '[degF]', '°k': 'K', kelvin: 'K',
  rpm: '/min', 'r/min': '/min', 'rev/min': '/min', '1/min': '/min', 'min-1': '/min', 'min^-1': '/min', 'u/min': '/min', '1/s': '/s', hz: 'Hz', khz: 'kHz',
  'mm/sec': 'mm/s', 'mm.s-1': 'mm/s', 'in/s': '[in_i]/s', 'in/sec': '[in_i]/s', 'inch/s': '[in_i]/s', ips: '[in_i]/s', 'm/sec': 'm/s',
  'm/s^2': 'm/s2', 'm/s/s': 'm/s2', 'm.s-2': 'm/s2', 'm/sec2': 'm/s2', 'm/sec^2': 'm/s2', 'mm/s^2': 'mm/s2', 'g-force': '[g]', '[g]': '[g]',
  micron: 'um', microns: 'um', inch: '[in_i]', in: '[in_i]', mil: '[mil_i]', mils: '[mil_i]',
  pa: 'Pa', hpa: 'hPa', kpa: 'kPa', psi: '[psi]', mmhg: 'mm[Hg]',
  'm^3/h': 'm3/h', 'm3/hr': 'm3/h', 'm^3/s': 'm3/s', 'm^3/min': 'm3/min', cmh: 'm3/h', 'l/s': 'L/s', 'l/min': 'L/min', 'l/h': 'L/h', lpm: 'L/min',
  'ml/min': 'mL/min', gpm: '[gal_us]/min',
  amp: 'A', amps: 'A', ampere: 'A', milliamp: 'mA', volt: 'V', volts: 'V', watt: 'W', watts: 'W', kw: 'kW', hp: '[HP]',
  pct: '%', percent: '%', ppm: '[ppm]',
  sec: 's', seconds: 's', minute: 'min', minutes: 'min', hr: 'h', hrs: 'h', hour: 'h', hours: 'h', day: 'd', days: 'd',
}
