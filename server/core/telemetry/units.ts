import { err, ok } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { faultSentence } from './fault-sentences.ts'
import { isQuantityKind, QUANTITIES } from './quantities.ts'
import type { Dimension } from './quantities.ts'
import { ALIASES, CONTEXT_ALIASES } from './unit-aliases.ts'
import { UNITS } from './unit-table.ts'
import type { Unit } from './unit-table.ts'

/** UnitFault says, in words for whoever sent the reading, why a unit cannot be read or converted. */
export interface UnitFault { readonly code: 'unit'; readonly detail: string }

/** Conversion turns a value by `value * factor + offset`. */
export interface Conversion { readonly factor: number; readonly offset: number }

const fault = (detail: string): Result<never, UnitFault> => err({ code: 'unit', detail })

/** plain folds superscripts, the two micro signs and spaces, and drops "rms", which says how a value was averaged, not its unit. */
const plain = (text: string): string =>
  text.normalize('NFKC').replaceAll('μ', 'u').replace(/\s+/g, ' ').trim()
    .replace(/\{(rms|rev|rpm|revolutions?)\}/gi, '')
    .replace(/[ _.]*\(?rms\)?$/i, '').trim()

/** dimensionOf gives the dimension of a quantity kind, or null for an unknown one. */
const dimensionOf = (quantity: string | undefined): Dimension | null =>
  quantity !== undefined && isQuantityKind(quantity) ? QUANTITIES[quantity].dimension : null

const inContext = (text: string, dimension: Dimension | null): Unit | undefined => {
  const code = dimension === null ? undefined : CONTEXT_ALIASES[dimension]?.[text]
  return code === undefined ? undefined : UNITS.get(code)
}

/**
 * readUnit reads a UCUM code or a vendor's spelling. The dimension that is expected decides what "g", "C" or "F" mean;
 * without one they are read as UCUM has them (gram, coulomb, farad).
 */
export const readUnit = (text: string, expected: Dimension | null = null): Result<Unit, UnitFault> => {
  const spelling = plain(text)
  const alias = spelling.toLowerCase()
  const unit = inContext(spelling, expected) ?? UNITS.get(spelling) ?? (Object.hasOwn(ALIASES, alias) ? UNITS.get(ALIASES[alias] ?? '') : undefined)
  return unit === undefined ? fault(faultSentence('unknown-unit', { unit: text })) : ok(unit)
}

/**
 * conversion finds how values in one unit become values in another. The quantity kind, or else the other unit, tells
 * what an ambiguous spelling means. Units of two dimensions do not convert: the fault names both.
 */
export const conversion = (fromUnit: string, toUnit: string, quantity?: string): Result<Conversion, UnitFault> => {
  const to = readUnit(toUnit, dimensionOf(quantity))
  if (!to.ok) return to
  const from = readUnit(fromUnit, to.value.dimension)
  if (!from.ok) return from
  if (from.value.dimension !== to.value.dimension) {
    return fault(faultSentence('other-dimension', {
      from: naming(fromUnit, from.value), fromKind: from.value.dimension, to: naming(toUnit, to.value), toKind: to.value.dimension,
    }))
  }
  if (from.value.code === to.value.code) return ok({ factor: 1, offset: 0 })
  return ok({ factor: from.value.factor / to.value.factor, offset: (from.value.offset - to.value.offset) / to.value.factor })
}

// A vendor's spelling stands beside the code that it was read as.
const naming = (given: string, unit: Unit): string => (given === unit.code ? unit.code : `${given} = ${unit.code}`)

/** convert turns a value from one unit into another; see conversion. */
export const convert = (value: number, fromUnit: string, toUnit: string, quantity?: string): Result<number, UnitFault> => {
  const found = conversion(fromUnit, toUnit, quantity)
  return found.ok ? ok(value * found.value.factor + found.value.offset) : found
}
