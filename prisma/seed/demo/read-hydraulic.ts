import { readDataRows } from './data-file.ts'

/** HydraulicCycle is one 60 s load cycle: mean temperatures in Cel and the cooler's condition in per cent (3, 20 or 100). */
export interface HydraulicCycle {
  readonly cycle: number
  readonly ts1: number
  readonly ts2: number
  readonly ts3: number
  readonly ts4: number
  readonly coolerPct: number
}

/**
 * REPLAYED_CYCLES are the stretches in the order of the replay, first and last cycle: good, reduced, near failure.
 * The file runs from failed to good; what is left out are the recoveries and warm-ups between the steps.
 */
const REPLAYED_CYCLES: readonly (readonly [number, number])[] = [[1505, 2205], [773, 1464], [41, 732]]

/** hydraulicCycles returns all 2,205 cycles in the order of the file. */
export const hydraulicCycles = (): HydraulicCycle[] =>
  readDataRows('hydraulic.csv').map((row) => {
    const [cycle = NaN, ts1 = NaN, ts2 = NaN, ts3 = NaN, ts4 = NaN, coolerPct = NaN] = row.map(Number)
    return { cycle, ts1, ts2, ts3, ts4, coolerPct }
  })

/** hydraulicReplay returns the cycles in the order of the replay, from the good cooler to the failing one. */
export function hydraulicReplay(): HydraulicCycle[] {
  const all = hydraulicCycles()
  return REPLAYED_CYCLES.flatMap(([first, last]) => all.slice(first - 1, last))
}
