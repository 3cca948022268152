import type { CompiledRule } from '../condition/types.ts'

/** Rows is readings in columns: t is event time in epoch ms. */
export interface Rows {
  readonly n: number
  readonly pointNo: Int32Array
  readonly t: Float64Array
  readonly value: Float64Array
}

/** Slice is the readings of several points before a time: each point's rows stand together, oldest first, and none is older than an earlier slice's. */
export interface Slice extends Rows {
  /** Every reading earlier than this has come with this slice or one before it. */
  readonly to: number
}

/**
 * judgingOrder gives each point its place among readings of one instant, as the engine judges them: points that rules look up (gates, and what
 * expressions read) first, then by number. Handing readings over in this order spares the engine its own sorting.
 */
export const judgingOrder = (rules: readonly CompiledRule[], others: readonly number[] = []): ReadonlyMap<number, number> => {
  const looked = new Set<number>()
  const all = new Set<number>(others)
  for (const rule of rules) {
    all.add(rule.pointNo)
    if (rule.gatePointNo !== null) looked.add(rule.gatePointNo)
    for (const input of rule.inputs) looked.add(input.pointNo)
  }
  const up = (a: number, b: number): number => a - b
  return new Map([...[...looked].sort(up), ...[...all.difference(looked)].sort(up)].map((no, place) => [no, place]))
}
