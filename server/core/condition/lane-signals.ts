import { GateRing } from './gate-ring.ts'
import type { Lane } from './lane.ts'
import { feed, isWarm } from './lane-step.ts'
import { NORMAL } from './state.ts'
import type { SignalSlot } from './table.ts'
import type { EngineConfig, SavedSignals } from './types.ts'

type Refold = NonNullable<EngineConfig['refold']>

/** Taught is a signal that is being taught again: when its present run of data began, in event time. */
interface Taught { readonly slot: SignalSlot; readonly instance: number; runningSince: number | null }

const firstInstances = (lane: Lane): Map<SignalSlot, number> => {
  const found = new Map<SignalSlot, number>()
  lane.table.signals.forEach((slot, instance) => { if (slot !== null && !found.has(slot)) found.set(slot, instance) })
  return found
}

/** restoreSlot puts a signal's saved memory back, unless its rule has changed or its machine was repaired since; gives when its run of data began. */
const restoreSlot = (slot: SignalSlot, saved: SavedSignals['signals'][string] | undefined): number | null => {
  const { ruleVersionId, learnFrom } = slot.rule
  if (saved === undefined || saved.ruleVersionId !== ruleVersionId || saved.learnFrom !== learnFrom) return null
  slot.signal.load(saved.memory)
  slot.t = saved.t ?? -Infinity
  return saved.runningSince
}

/** inOrder sorts readings as they are judged: by time, gate and input points first, then by point number. */
const inOrder = (lane: Lane, rows: Refold): Refold => {
  const place = (pointNo: number): number => lane.table.indexOf.get(pointNo) ?? -1
  return [...rows].sort((a, b) => a.t - b.t || place(a.pointNo) - place(b.pointNo))
}

/** restoreSignals gives every signal its saved memory and teaches it what it has not seen, so that it stands where it stood before the restart. */
export const restoreSignals = (lane: Lane, { saved, refold = [] }: EngineConfig): void => {
  const taught = new Map<number, Taught[]>()
  for (const [slot, instance] of firstInstances(lane)) {
    const runningSince = restoreSlot(slot, saved?.signals[slot.key])
    const { pointNo } = slot.rule
    taught.set(pointNo, [...(taught.get(pointNo) ?? []), { slot, instance, runningSince }])
  }
  if (taught.size === 0) return
  // The lane's own rings hold the newest values only: a past reading needs those of its own time.
  const rings = new Map<number, GateRing>()
  for (const { pointNo, t, value } of inOrder(lane, refold)) {
    if (lane.table.rings[lane.table.indexOf.get(pointNo) ?? -1]) {
      const ring = rings.get(pointNo) ?? new GateRing()
      ring.push(t, value)
      rings.set(pointNo, ring)
    }
    for (const one of taught.get(pointNo) ?? []) teachAgain(lane, one, rings, t, value)
  }
}

const teachAgain = (lane: Lane, one: Taught, rings: ReadonlyMap<number, GateRing>, t: number, value: number): void => {
  const { slot, instance } = one
  const { rule } = slot
  if (t <= slot.t) return
  if (one.runningSince === null || t - slot.t > rule.stalenessMs) one.runningSince = t
  const around = lane.around[instance]
  const warm = isWarm({ ...NORMAL, runningSince: one.runningSince }, rule, t)
  const learn = warm && (around?.activeAt(t) ?? true) && (around?.maintainedUntil(t) ?? null) === null
  const gateValue = rule.gatePointNo === null ? null : (rings.get(rule.gatePointNo)?.at(t, rule.gateStalenessMs) ?? null)
  feed(slot, { t, value, gateValue, learn })
}

/** saveSignals gives what the signals of a lane remember, or null where no rule has any memory. */
export const saveSignals = (lane: Lane): SavedSignals | null => {
  const slots = firstInstances(lane)
  if (slots.size === 0) return null
  return {
    signals: Object.fromEntries([...slots].map(([slot, instance]) => {
      const { ruleVersionId, learnFrom } = slot.rule
      const { runningSince } = lane.table.states[instance] ?? NORMAL
      return [slot.key, { ruleVersionId, learnFrom, t: slot.t === -Infinity ? null : slot.t, runningSince, memory: slot.signal.save() }]
    })),
  }
}
