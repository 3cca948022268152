import { baselineMemory, expectedAt, isLearnt, spreadOf, teach } from './baseline.ts'
import type { BaselineMemory, BaselineSettings } from './baseline.ts'
import { loadWith } from './signal.ts'
import type { Signal } from './signal.ts'

/** UnitMistake is a unit somebody may have sent by mistake: its values become the point's unit by `value * factor + offset`. */
export interface UnitMistake { readonly unit: string; readonly factor: number; readonly offset: number }

const FAR = 8
const NEAR = 4
const DAY_MS = 86_400_000

/**
 * wrongUnitSignal is 1 while a reading lies far from what was learnt (8 spreads) and would lie near it (4 spreads) had it been sent in
 * another unit of its quantity, else 0; null while it still learns. A machine that runs hot does not move by such a factor at once.
 */
export const wrongUnitSignal = (mistakes: readonly UnitMistake[], own: Pick<BaselineSettings, 'learnMs' | 'minSpread' | 'maxGapMs'>): Signal => {
  const settings: BaselineSettings = { ...own, halfLifeMs: Math.max(DAY_MS, own.learnMs), trend: false, freezeAt: FAR }
  let memory: BaselineMemory | null = null
  return {
    take: ({ t, value, learn }) => {
      if (!isLearnt(memory, settings)) {
        if (learn) memory = teach(memory, settings, t, value)
        return null
      }
      const [centre, spread] = [expectedAt(memory, settings, t), spreadOf(memory, settings)]
      const away = (candidate: number): number => Math.abs(candidate - centre) / spread
      if (away(value) <= FAR) {
        if (learn) memory = teach(memory, settings, t, value)
        return 0
      }
      return mistakes.some(({ factor, offset }) => away(value * factor + offset) <= NEAR) ? 1 : 0
    },
    save: () => memory,
    load: (saved) => { loadWith(baselineMemory.nullable(), saved, (found) => { memory = found }) },
  }
}
