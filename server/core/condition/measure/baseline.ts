import * as z from 'zod'

/** baselineMemory is what a baseline remembers: centre and spread in the point's unit, slope in units per ms, when it began and was last taught (epoch ms). */
export const baselineMemory = z.object({
  n: z.number(), centre: z.number(), spread: z.number(), slope: z.number(), learntMs: z.number(), t: z.number(),
})
export type BaselineMemory = z.output<typeof baselineMemory>

/** BaselineSettings say how a baseline learns; times in ms. */
export interface BaselineSettings {
  readonly learnMs: number
  /** Null: what was learnt first stays. */
  readonly halfLifeMs: number | null
  readonly trend: boolean
  readonly minSpread: number
  readonly freezeAt: number
  /** A longer gap teaches no more than one of this length. */
  readonly maxGapMs: number
}

/** MEAN_TO_SIGMA turns a mean absolute deviation into the standard deviation of a normal distribution: the square root of pi/2. */
const MEAN_TO_SIGMA = Math.sqrt(Math.PI / 2)
// Beyond so many spreads a residual counts no more: one wild reading while learning must not make a wide baseline.
const CLIP = 4
const FEWEST = 10
const TREND_SLOWNESS = 4

/** isLearnt tells whether a baseline may judge: it has seen enough time and readings. */
export const isLearnt = (memory: BaselineMemory | null, settings: BaselineSettings): memory is BaselineMemory =>
  memory !== null && memory.n >= FEWEST && memory.learntMs >= settings.learnMs

/** expectedAt is what a baseline expects at a time: its centre, moved on by its slope for no longer than the longest gap. */
export const expectedAt = (memory: BaselineMemory, settings: BaselineSettings, t: number): number =>
  memory.centre + memory.slope * Math.min(Math.max(0, t - memory.t), settings.maxGapMs)

/** spreadOf is a baseline's spread, never below the smallest one that was set nor zero. */
export const spreadOf = (memory: BaselineMemory, settings: BaselineSettings): number => Math.max(memory.spread, settings.minSpread, Number.EPSILON)

/** teach gives a baseline that has seen one more reading: a running mean while it learns, then an exponential one with the half-life. */
export const teach = (memory: BaselineMemory | null, settings: BaselineSettings, t: number, value: number): BaselineMemory => {
  if (memory === null) return { n: 1, centre: value, spread: 0, slope: 0, learntMs: 0, t }
  const passed = Math.min(Math.max(0, t - memory.t), settings.maxGapMs)
  const learnt = isLearnt(memory, settings)
  if (learnt && settings.halfLifeMs === null) return { ...memory, t }
  const weightOf = (halfLifeMs: number): number => 1 - 2 ** (-passed / halfLifeMs)
  const young = 1 / (memory.n + 1)
  const weight = learnt && settings.halfLifeMs !== null ? weightOf(settings.halfLifeMs) : young
  const expected = expectedAt(memory, settings, t)
  const spread = spreadOf(memory, settings)
  const residual = value - expected
  const counted = memory.n < FEWEST ? residual : Math.max(-CLIP * spread, Math.min(CLIP * spread, residual))
  const trendWeight = settings.trend && settings.halfLifeMs !== null ? weightOf(settings.halfLifeMs * TREND_SLOWNESS) : 0
  return {
    n: memory.n + 1,
    centre: expected + weight * counted,
    spread: memory.spread + weight * (MEAN_TO_SIGMA * Math.abs(counted) - memory.spread),
    slope: passed === 0 ? memory.slope : memory.slope + (trendWeight * weight * counted) / passed,
    learntMs: memory.learntMs + passed,
    t,
  }
}
