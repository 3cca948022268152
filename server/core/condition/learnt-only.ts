import type { CompiledRule, SavedSignals } from './types.ts'

type Saved = SavedSignals['signals'][string]

/** learntMemory gives what a signal knows of its machine, without what belongs to its newest moments; undefined for a measure that only knows those. */
const learntMemory = ({ measure }: CompiledRule['definition'], memory: unknown): unknown => {
  if (measure.kind === 'wrong-unit') return memory
  return measure.kind === 'deviation' && typeof memory === 'object' && memory !== null ? { ...memory, smooth: null } : undefined
}

/**
 * learntOnly gives what signals have learnt of their machines, to judge readings of another time by it: baselines go with it, moving
 * windows and averages begin anew.
 */
export const learntOnly = (saved: SavedSignals | null, rules: readonly CompiledRule[]): SavedSignals => {
  const learnt = rules.flatMap((rule): [string, Saved][] => {
    const key = `${rule.ruleId}:${rule.pointNo}`
    const one = saved?.signals[key]
    const memory = one && learntMemory(rule.definition, one.memory)
    // Dated by the repair that it was learnt after, so that readings from before that are not judged by it.
    return one === undefined || memory === undefined ? [] : [[key, { ...one, memory, t: one.learnFrom, runningSince: null }]]
  })
  return { signals: Object.fromEntries(learnt) }
}
