import { describe, expect, it } from 'vitest'
import { assetStatus, isFresh, type AssetStatus, type PointAge, type StatusFacts } from './status.ts'

const FRESH: PointAge = { ageMs: 10, stalenessMs: 10 }
const STALE: PointAge = { ageMs: 11, stalenessMs: 10 }
const NEVER: PointAge = { ageMs: null, stalenessMs: 10 }
const WELL: StatusFacts = { worstPriority: null, sensorTrouble: false, outOfUse: false, inMaintenance: false, points: [FRESH, FRESH] }

describe('assetStatus', () => {
  it.each<[string, Partial<StatusFacts>, AssetStatus]>([
    ['fresh values and no incident', {}, 'operating'],
    ['one of two points fresh', { points: [STALE, FRESH] }, 'operating'],
    ['a critical incident', { worstPriority: 1 }, 'alarm'],
    ['a high incident', { worstPriority: 2 }, 'alarm'],
    ['a medium incident', { worstPriority: 3 }, 'warning'],
    ['a low incident', { worstPriority: 4 }, 'warning'],
    ['an incident whose data has stopped', { worstPriority: 2, points: [STALE] }, 'alarm'],
    ['an incident during maintenance', { worstPriority: 3, inMaintenance: true }, 'warning'],
    ['a sensor in trouble', { sensorTrouble: true }, 'unknown'],
    ['a sensor in trouble beside an incident of the machine', { sensorTrouble: true, worstPriority: 3 }, 'warning'],
    ['a sensor in trouble during maintenance', { sensorTrouble: true, inMaintenance: true }, 'stopped'],
    ['a sensor in trouble whose values have gone stale', { sensorTrouble: true, points: [STALE] }, 'unknown'],
    ['maintenance', { inMaintenance: true }, 'stopped'],
    ['out of use, without data', { outOfUse: true, points: [STALE] }, 'stopped'],
    ['only stale values', { points: [STALE, NEVER] }, 'offline'],
    ['points that never had a value', { points: [NEVER] }, 'unknown'],
    ['no points', { points: [] }, 'unknown'],
  ])('%s', (_, facts, expected) => expect(assetStatus({ ...WELL, ...facts })).toBe(expected))
})

describe('isFresh', () => {
  it('counts a value up to its staleness, that included', () => {
    expect([FRESH, STALE, NEVER].map(isFresh)).toEqual([true, false, false])
  })
})
