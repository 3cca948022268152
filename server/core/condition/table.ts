import { GateRing } from './gate-ring.ts'
import { quietRange } from './judge.ts'
import { signalFor } from './measure/of-rule.ts'
import type { Signal } from './measure/signal.ts'
import { NORMAL } from './state.ts'
import type { RuleState } from './state.ts'
import type { CompiledRule, EngineConfig } from './types.ts'

/**
 * Table is the engine's memory in dense columns. Points are indexed with gate points first and then by number, so that
 * the index orders readings of one instant; instances (one rule on one point) are grouped by point.
 */
export interface Table {
  readonly indexOf: ReadonlyMap<number, number>
  readonly pointNo: Int32Array
  readonly lastT: Float64Array
  readonly lastValue: Float64Array
  /** Index of the source that fed the point last; -1 for none. */
  readonly source: Int32Array
  /** A value in [quietLow, quietHigh] breaks no limit of any of the point's rules. */
  readonly quietLow: Float64Array
  readonly quietHigh: Float64Array
  /** A longer silence than this before a reading must be looked at (warm-up, no-data). */
  readonly quietGap: Float64Array
  /** How many of the point's instances are not quiet. */
  readonly active: Int32Array
  readonly rings: readonly (GateRing | null)[]
  /** Instances of point p are first[p] .. first[p + 1] - 1. */
  readonly first: Int32Array
  readonly rules: readonly CompiledRule[]
  readonly pointOf: Int32Array
  readonly states: RuleState[]
  /** What each instance judges instead of the value itself; the levels of one rule on one point share it. Null for none. */
  readonly signals: readonly (SignalSlot | null)[]
}

/** SignalSlot is a signal with the time and outcome of its newest reading, so that several levels take each reading once. */
export interface SignalSlot {
  readonly key: string
  readonly rule: CompiledRule
  signal: Signal
  t: number
  out: number | null
}

/** signalKeyOf names a signal within a lane. */
const signalKeyOf = (rule: CompiledRule): string => `${rule.ruleId}:${rule.pointNo}`

const signalsFor = (rules: readonly CompiledRule[]): (SignalSlot | null)[] => {
  const slots = new Map<string, SignalSlot>()
  return rules.map((rule) => {
    const key = signalKeyOf(rule)
    const known = slots.get(key)
    const signal = known === undefined ? signalFor(rule) : null
    if (known !== undefined || signal === null) return known ?? null
    const slot: SignalSlot = { key, rule, signal, t: -Infinity, out: null }
    slots.set(key, slot)
    return slot
  })
}

const orderPoints = (config: EngineConfig): { numbers: number[]; gates: Set<number> } => {
  const gates = new Set<number>()
  const all = new Set<number>()
  for (const rule of config.rules) {
    all.add(rule.pointNo)
    if (rule.gatePointNo !== null) gates.add(rule.gatePointNo)
    for (const input of rule.inputs) gates.add(input.pointNo)
  }
  for (const no of gates) all.add(no)
  for (const { pointNo } of config.last) all.add(pointNo)
  const up = (a: number, b: number): number => a - b
  return { numbers: [...[...gates].sort(up), ...[...all].filter((no) => !gates.has(no)).sort(up)], gates }
}

/** buildTable lays out a configuration's points and rules, all rules normal and no value known yet. */
export const buildTable = (config: EngineConfig): Table => {
  const { numbers, gates } = orderPoints(config)
  const size = numbers.length
  const indexOf = new Map(numbers.map((no, index) => [no, index]))
  const at = (rule: CompiledRule): number => indexOf.get(rule.pointNo) ?? -1
  const rules = [...config.rules].sort((a, b) => at(a) - at(b) || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : a.level - b.level))
  const table: Table = {
    indexOf,
    pointNo: Int32Array.from(numbers),
    lastT: new Float64Array(size).fill(-Infinity),
    lastValue: new Float64Array(size).fill(NaN),
    source: new Int32Array(size).fill(-1),
    quietLow: new Float64Array(size).fill(-Infinity),
    quietHigh: new Float64Array(size).fill(Infinity),
    quietGap: new Float64Array(size).fill(Infinity),
    active: new Int32Array(size),
    rings: numbers.map((no) => (gates.has(no) ? new GateRing() : null)),
    first: new Int32Array(size + 1),
    rules,
    pointOf: Int32Array.from(rules, at),
    states: rules.map(() => NORMAL),
    signals: signalsFor(rules),
  }
  rules.forEach((rule, instance) => watch(table, rule, at(rule), instance))
  for (let point = 0; point < size; point += 1) table.first[point + 1] = Math.max(at0(table.first, point), at0(table.first, point + 1))
  return table
}

/** at0 reads a number column at an index that is inside it (the 0 is for the compiler only). */
export const at0 = (column: Int32Array | Float64Array, index: number): number => column[index] ?? 0

const watch = (table: Table, rule: CompiledRule, point: number, instance: number): void => {
  const quiet = quietRange(rule.definition)
  table.quietLow[point] = Math.max(at0(table.quietLow, point), quiet.low)
  table.quietHigh[point] = Math.min(at0(table.quietHigh, point), quiet.high)
  const { noData, warmupMs } = rule.definition
  const silence = noData.policy === 'alert' ? (noData.afterMs ?? rule.stalenessMs) : Infinity
  const run = warmupMs > 0 ? rule.stalenessMs : Infinity
  table.quietGap[point] = Math.min(at0(table.quietGap, point), silence, run)
  table.first[point + 1] = instance + 1
}
