import * as z from 'zod'
import { bandAt } from '../judge.ts'
import type { Band } from '../judge.ts'
import { baselineMemory, expectedAt, isLearnt, spreadOf, teach } from './baseline.ts'
import type { BaselineMemory, BaselineSettings } from './baseline.ts'
import { loadWith } from './signal.ts'
import type { Signal } from './signal.ts'

/** deviationMemory is what a deviation remembers: a baseline per band of the gate, and the average that is under way. */
export const deviationMemory = z.object({ bands: z.array(baselineMemory.nullable()), smooth: z.object({ t: z.number(), value: z.number() }).nullable() })

/** DeviationSettings add to a baseline's how long the deviation is averaged (ms, 0 for not at all) and the gate's bands, each of which has a baseline of its own. */
export interface DeviationSettings extends BaselineSettings {
  readonly smoothMs: number
  readonly bands: readonly Band[] | null
}

/**
 * deviationSignal is the distance of a value from what was learnt, in spreads. Nothing is told while the baseline of the present
 * band still learns, and nothing is learnt beyond freezeAt spreads, so that a fault does not become the new normal.
 */
export const deviationSignal = (settings: DeviationSettings): Signal => {
  const { bands, smoothMs, freezeAt } = settings
  let learnt: (BaselineMemory | null)[] = bands === null ? [null] : bands.map(() => null)
  let smooth: { t: number; value: number } | null = null

  const smoothed = (t: number, value: number): number => {
    if (smoothMs === 0) return value
    const passed = smooth === null ? Infinity : t - smooth.t
    // After a gap the average begins anew instead of mixing two different times.
    const weight = passed > Math.max(smoothMs, settings.maxGapMs) ? 1 : 1 - Math.exp(-passed / smoothMs)
    smooth = { t, value: smooth === null ? value : smooth.value + weight * (value - smooth.value) }
    return smooth.value
  }

  return {
    take: ({ t, value, gateValue, learn }) => {
      const band = bands === null ? null : bandAt(bands, gateValue)
      if (bands !== null && band === null) return null
      const at = bands === null || band === null ? 0 : bands.indexOf(band)
      const memory = learnt[at] ?? null
      const judged = isLearnt(memory, settings)
      const deviation = memory === null ? 0 : (value - expectedAt(memory, settings, t)) / spreadOf(memory, settings)
      const told = judged ? smoothed(t, deviation) : null
      const usual = !judged || (Math.abs(deviation) <= freezeAt && Math.abs(told ?? 0) <= freezeAt)
      if (learn && usual) learnt[at] = teach(memory, settings, t, value)
      else if (memory !== null) learnt[at] = { ...memory, centre: expectedAt(memory, settings, t), slope: 0, t }
      return told
    },
    save: () => ({ bands: learnt, smooth }),
    load: (saved) => {
      loadWith(deviationMemory, saved, (memory) => {
        if (memory.bands.length !== learnt.length) return
        learnt = memory.bands
        smooth = memory.smooth
      })
    },
  }
}
