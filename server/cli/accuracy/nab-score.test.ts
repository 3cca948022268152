import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { bestFixedLimit, scorerOf, type LabelledRows } from './nab-score.ts'

// Hourly rows; two windows of 100 rows behind the probation of 750.
const ROWS = 1750
const t = Array.from({ length: ROWS }, (_, row) => row * HOUR_MS)
const windowOf = (first: number, last: number): [number, number] => [first * HOUR_MS, last * HOUR_MS]
const data = (more: Partial<LabelledRows> = {}): LabelledRows => ({ t, value: t.map(() => 0), windows: [windowOf(900, 999), windowOf(1300, 1399)], ...more })
/** alarmed says that an alarm stands in the rows of some stretches, first and last row. */
const alarmed = (...stretches: readonly (readonly [number, number])[]): boolean[] => t.map((_, row) => stretches.some(([a, b]) => row >= a && row <= b))
const score = (...stretches: readonly (readonly [number, number])[]) => scorerOf(data())(alarmed(...stretches))

describe('scorerOf', () => {
  it.each<[string, readonly (readonly [number, number])[], object]>([
    ['no alarm', [], { windowsFound: 0, windows: 2, falseAlarmEvents: 0, alarmsOpened: 0, nabScore: 0, nabScoreEveryRow: 0 }],
    ['an alarm at the start of each window', [[900, 999], [1300, 1310]], { windowsFound: 2, falseAlarmEvents: 0, alarmsOpened: 2, nabScore: 100, nabScoreEveryRow: 100 }],
    ['an alarm in one window', [[900, 905]], { windowsFound: 1, nabScore: 50 }],
    ['an alarm at the very end of a window, worth next to nothing', [[999, 999]], { windowsFound: 1, nabScore: 25.6333 }],
    ['an alarm long before any window', [[800, 800]], { windowsFound: 0, falseAlarmEvents: 1, nabScore: -2.75 }],
    ['an alarm right behind a window, which costs little', [[1000, 1000]], { falseAlarmEvents: 1, nabScore: -0.0694 }],
    ['an alarm that lasts from before a window into it: opened outside, so not found', [[890, 950]], { windowsFound: 0, falseAlarmEvents: 1, alarmsOpened: 1 }],
    ['alarms 23 h apart, one event', [[800, 800], [823, 823], [846, 846]], { falseAlarmEvents: 1, alarmsOpened: 3 }],
    ['alarms 24 h apart, two events', [[800, 800], [824, 824]], { falseAlarmEvents: 2 }],
    ['an alarm that outlasts its window', [[980, 1020]], { windowsFound: 1, falseAlarmEvents: 1, alarmsOpened: 1 }],
    ['alarms in the probation', [[0, 700]], { falseAlarmEvents: 0, alarmsOpened: 0 }],
    ['an alarm that still stands when the probation ends', [[700, 760]], { falseAlarmEvents: 1, alarmsOpened: 1 }],
  ])('rates %s', (_name, stretches, expected) => {
    expect(score(...stretches)).toMatchObject(expected)
  })

  it('counts false events per 30 scored days', () => {
    // 999 hours are scored.
    expect(score([800, 800], [1100, 1100]).falseAlarmEventsPer30Days).toBeCloseTo((2 / (999 / 24)) * 30, 4)
  })

  it('charges every row of a standing alarm where rows are counted', () => {
    const { nabScore, nabScoreEveryRow } = score([800, 809])
    expect([nabScore, nabScoreEveryRow]).toEqual([-2.75, -27.5])
  })

  it('leaves out a window of the probation', () => {
    expect(scorerOf(data({ windows: [windowOf(100, 200), windowOf(900, 999)] }))(alarmed([900, 900]))).toMatchObject({ windowsFound: 1, windows: 1, nabScore: 100 })
  })

  it('has no score without windows, but false alarms', () => {
    expect(scorerOf(data({ windows: [] }))(alarmed([900, 900]))).toMatchObject({ windows: 0, nabScore: null, falseAlarmEvents: 1 })
  })
})

describe('bestFixedLimit', () => {
  // Normal at 50 with a little noise; a fall in the first window, a lesser one outside.
  const value = t.map((_, row) => (row >= 910 && row <= 930 ? 10 : row >= 1100 && row <= 1105 ? 20 : 50 + (row % 7)))
  const labelled = data({ value, windows: [windowOf(900, 999)] })

  it('finds a low limit that meets the window and nothing else', () => {
    const best = bestFixedLimit(labelled, 'below')
    expect(best).toMatchObject({ windowsFound: 1, falseAlarmEvents: 0, alarmsOpened: 1 })
    expect(best?.limit).toBeGreaterThan(10)
    expect(best?.limit).toBeLessThanOrEqual(20)
  })

  it('finds that no high limit helps', () => {
    expect(bestFixedLimit(labelled, 'above')).toMatchObject({ windowsFound: 0, alarmsOpened: 0 })
  })
})
