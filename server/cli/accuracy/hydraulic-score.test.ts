import { describe, expect, it } from 'vitest'
import { bestSingleLimit, COOLER, scoreCooler, type ScoredSegment } from './hydraulic-score.ts'

/** segment writes cycles as letters: "." nothing, "w" an alarm, "h" an alarm of a cooler near failure. */
const segment = (cooler: number, letters: string, settling = 2): ScoredSegment => ({
  cooler, settling, cycles: [...letters].map((letter) => ({ alarm: letter !== '.', high: letter === 'h' })),
})

describe('scoreCooler', () => {
  it.each<[string, readonly ScoredSegment[], object]>([
    ['alarms as soon as rules can judge', [segment(COOLER.reduced, '..wwww'), segment(COOLER.nearFailure, '..hhhh')],
      { recallReduced: 1, recallNearFailure: 1, recallReducedAllCycles: 0.6667, recallNearFailureAllCycles: 0.6667, minutesToReduced: 3, minutesToNearFailure: 3 }],
    ['a near failure that is only warned of', [segment(COOLER.nearFailure, '..wwwh')], { warnedNearFailure: 1, recallNearFailure: 0.25, minutesToNearFailure: 6 }],
    ['a reduced cooler called near failure, twice', [segment(COOLER.reduced, '..hwhw')], { recallReduced: 1, overcalledFirings: 2 }],
    ['a good cooler that is left alone', [segment(COOLER.good, '......')], { falseFirings: 0, falseCycles: 0, goodCycles: 6 }],
    ['a good cooler that is called from its first cycle, and again', [segment(COOLER.good, 'ww..w.')], { falseFirings: 2, falseCycles: 3 }],
    ['two good segments, each on its own', [segment(COOLER.good, '..w'), segment(COOLER.good, 'w..')], { falseFirings: 2, falseCycles: 2, goodCycles: 6 }],
    ['a condition that does not occur', [segment(COOLER.good, '...')], { recallReduced: null, recallNearFailure: null, minutesToReduced: null }],
    ['a fault that is never told', [segment(COOLER.reduced, '....')], { recallReduced: 0, minutesToReduced: null }],
  ])('rates %s', (_name, segments, expected) => {
    expect(scoreCooler(segments)).toMatchObject(expected)
  })
})

describe('bestSingleLimit', () => {
  const labelled = (...rows: readonly (readonly [number, boolean])[]) => rows.map(([value, truth]) => ({ value, truth }))

  it.each<[string, ReturnType<typeof labelled>, number]>([
    ['halfway between two classes', labelled([36, false], [44, true], [35, false], [46, true]), 40],
    ['with one error rather than two', labelled([36, false], [45, false], [44, true], [46, true], [47, true]), 40],
    ['at the lowest of equals', labelled([1, false], [3, true], [5, false], [7, true]), 2],
    ['between different values only', labelled([1, false], [2, false], [2, true], [2, true], [4, true]), 1.5],
    ['nowhere where all values are equal', labelled([3, true], [3, false]), Infinity],
  ])('lies %s', (_name, readings, expected) => {
    expect(bestSingleLimit(readings)).toBe(expected)
  })
})
