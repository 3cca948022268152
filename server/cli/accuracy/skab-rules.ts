import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'

/** SKAB_POINTS are the columns of the recording that rules judge, with their codes. */
export const SKAB_POINTS = [
  { code: 'flow', column: 'Volume Flow RateRMS' },
  { code: 'acc1', column: 'Accelerometer1RMS' },
  { code: 'acc2', column: 'Accelerometer2RMS' },
] as const

/** SKAB_STALENESS_MS is how old a value of the rig may be: it sends every second, with gaps. */
export const SKAB_STALENESS_MS = 30_000

const MINUTE = 60_000
const common = { kind: 'threshold', forMs: 10_000, keepFiringMs: MINUTE, priority: 3 } as const

/**
 * SKAB_RULES judge the water loop by what it did at first: the flow sinks below its baseline (a valve closes, a leak), or the vibration rises far above
 * its own (unbalance). The baselines follow the warm-up with half-lives of minutes. The flow meter counts whole litres a minute, so its
 * spread is never taken for less than 0.3 (1 divided by the square root of 12, the spread of rounding). Chosen on the part of the data
 * set at hand, in the middle of a plateau, then left alone.
 */
export const SKAB_RULES: readonly RuleDefinition[] = [
  ruleDefinition.parse({
    ...common, points: ['flow'], direction: 'below', limit: -2, clear: -1, failureMode: 'PDE',
    measure: { kind: 'deviation', learnMs: 4 * MINUTE, halfLifeMs: 10 * MINUTE, smoothMs: 20_000, minSpread: 0.3, freezeAt: 2 },
  }),
  ruleDefinition.parse({
    ...common, points: ['acc1', 'acc2'], direction: 'above', limit: 8, clear: 4, failureMode: 'VIB',
    measure: { kind: 'deviation', learnMs: 4 * MINUTE, halfLifeMs: 5 * MINUTE, smoothMs: 20_000, minSpread: 0.002, freezeAt: 8 },
  }),
]
