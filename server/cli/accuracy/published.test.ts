import { describe, expect, it } from 'vitest'
import { RULES } from '#prisma/seed/demo/rules.ts'
import { incidentsOf, mergeStretches, openAt, publishedRules, stalenessMs } from './published.ts'

describe('publishedRules', () => {
  it.each([['FAN', 'acc', 1], ['EXTRUDER_DRIVE', 'temp', 2], ['HYDRAULIC_UNIT', 'TS1', 2], ['HYDRAULIC_UNIT', 'TS4', 0]])('of %s on %s are those of the repository', (classCode, point, count) => {
    const rules = publishedRules(classCode, point)
    expect(rules).toHaveLength(count)
    const seeds = RULES.filter((rule) => rule.classCode === classCode && rule.definition.points.includes(point))
    expect(rules).toMatchObject(seeds.map(({ definition }) => definition))
  })
})

describe('stalenessMs', () => {
  it('is the class\'s own', () => {
    expect(stalenessMs('EXTRUDER_DRIVE', 'temp')).toBe(30 * 60_000)
    expect(() => stalenessMs('FAN', 'mood')).toThrow('mood')
  })
})

describe('mergeStretches', () => {
  it.each([
    ['nothing', [], []],
    ['what is apart', [{ from: 5, to: 6 }, { from: 1, to: 2 }], [{ from: 1, to: 2 }, { from: 5, to: 6 }]],
    ['what overlaps', [{ from: 1, to: 4 }, { from: 3, to: 6 }], [{ from: 1, to: 6 }]],
    ['what touches', [{ from: 1, to: 3 }, { from: 3, to: 6 }], [{ from: 1, to: 6 }]],
    ['what lies within', [{ from: 1, to: 9 }, { from: 3, to: 6 }], [{ from: 1, to: 9 }]],
    ['what never ends', [{ from: 1, to: null }, { from: 3, to: 6 }, { from: 8, to: 9 }], [{ from: 1, to: null }]],
  ])('merges %s', (_name, stretches, expected) => {
    expect(mergeStretches(stretches)).toEqual(expected)
  })
})

describe('openAt', () => {
  it('holds from the opening on and no longer at the end', () => {
    expect(openAt([0, 1, 2, 3, 9], [{ from: 1, to: 3 }, { from: 5, to: null }])).toEqual([false, true, true, false, true])
  })
})

describe('incidentsOf', () => {
  it('joins both drive rules into one incident, as they share a failure mode', () => {
    const t = Array.from({ length: 100 }, (_, row) => row * 5 * 60_000)
    const values = { t, value: t.map((_, row) => (row < 80 ? 30 : 90)) }
    expect(incidentsOf(publishedRules('EXTRUDER_DRIVE', 'temp'), { classCode: 'EXTRUDER_DRIVE', point: 'temp', values })).toEqual([{ from: 60 * 60_000, to: 400 * 60_000 }])
  })
})
