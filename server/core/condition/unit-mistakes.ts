import { readUnit, conversion } from '../telemetry/units.ts'
import { UNITS } from '../telemetry/unit-table.ts'
import type { UnitMistake } from './measure/wrong-unit.ts'

/** unitMistakes lists the units of a point's own dimension that would change its values, each with how it converts. */
export const unitMistakes = (unit: string | undefined): UnitMistake[] => {
  const own = unit === undefined ? null : readUnit(unit)
  if (unit === undefined || own === null || !own.ok) return []
  return [...UNITS.values()].filter((other) => other.dimension === own.value.dimension && other.code !== own.value.code).flatMap((other) => {
    const found = conversion(other.code, unit)
    return found.ok ? [{ unit: other.code, ...found.value }] : []
  })
}
