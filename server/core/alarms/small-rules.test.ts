import { describe, expect, test } from 'vitest'
import { floodEnd } from './flood.ts'
import { groupOf } from './group.ts'
import { mayCall, silenceOf } from './may-call.ts'
import { chatterOf, isStale } from './noise.ts'
import { rankBadActors, ratePerLine, summarizeRate } from './report.ts'
import { checkShelf, escalatesPast } from './shelf.ts'
import { alarmStateOf } from './state.ts'
import { saysStopped, strongestHold } from './suppression.ts'

const HOUR = 3_600_000

describe('state from facts', () => {
  test.each([
    ['new', true, false, null, 'unacknowledged-active'], ['seen', true, true, null, 'acknowledged-active'],
    ['gone, not seen', false, false, null, 'unacknowledged-returned'], ['gone and seen', false, true, null, 'normal'],
    ['suppressed', true, false, 'by-design', 'suppressed'], ['gone while suppressed', false, false, 'by-design', 'normal'],
    ['shelved', true, true, 'shelved', 'shelved'], ['gone while shelved', false, false, 'shelved', 'shelved'],
    ['out of service', true, false, 'out-of-service', 'out-of-service'],
  ] as const)('%s', (_, active, acknowledged, hold, state) => expect(alarmStateOf({ active, acknowledged, hold })).toBe(state))
})

describe('chattering: 3 or more activations within 60 s', () => {
  test.each([
    ['none', [], 0], ['two', [0, 1], 0], ['three at the very edge', [0, 30, 60], 3], ['three in a little more', [0, 30, 61], 0],
    ['the busiest minute counts, in any order', [300, 10, 301, 0, 302, 20, 303], 4],
  ])('%s', (_, seconds, most) => expect(chatterOf(seconds.map((second) => second * 1000))).toBe(most))
})

describe('stale: active for longer than 24 h', () => {
  test.each([
    ['24 h to the millisecond', true, 24 * HOUR, false], ['a millisecond more', true, 24 * HOUR + 1, true], ['long gone', false, 100 * HOUR, false],
  ])('%s', (_, active, age, stale) => expect(isStale({ active, openedAt: 0 }, age)).toBe(stale))
})

describe('whose floods an alarm counts for', () => {
  const place = (id: string, level: string) => ({ id, level })
  test.each([
    ['its line', [place('c', 'component'), place('m', 'machine'), place('l', 'line'), place('a', 'area')], 'l'],
    ['its area where there is no line', [place('m', 'machine'), place('a', 'area'), place('top', 'area')], 'a'],
    ['the top where there is neither', [place('c', 'component'), place('m', 'machine')], 'm'],
    ['a line itself', [place('l', 'line')], 'l'],
    ['nothing of nothing', [], null],
  ])('%s', (_, upwards, id) => expect(groupOf(upwards)).toBe(id))
})

describe('who may call', () => {
  const plain = { suppressed: false, held: null, parentId: null, happenedOffline: false }
  test.each([
    ['a plain incident', {}, null], ['in maintenance', { suppressed: true }, 'maintenance'], ['shelved', { held: 'shelved' }, 'shelved'],
    ['out of service', { held: 'out-of-service', suppressed: true }, 'out-of-service'], ['suppressed by design', { held: 'by-design' }, 'by-design'],
    ['folded', { parentId: 'p' }, 'folded'], ['heard of when it was over', { happenedOffline: true }, 'happened-offline'],
  ] as const)('%s', (_, more, silence) => {
    expect(silenceOf({ ...plain, ...more })).toBe(silence)
    expect(mayCall({ ...plain, ...more })).toBe(silence === null)
  })
})

describe('how long a shelf may be', () => {
  const now = new Date(0)
  test.each([
    ['24 h by anybody', { hours: 24 }, null], ['a minute more by anybody', { hours: 24.02 }, 'forbidden'], ['7 days by whoever may suppress', { hours: 168, mayBeLong: true }, null],
    ['more than 7 days', { hours: 168.02, mayBeLong: true }, 'invalid'], ['into the past', { hours: 0 }, 'invalid'], ['a safety alarm', { hours: 1, safety: true, mayBeLong: true }, 'illegal-transition'],
  ])('%s', (_, { hours, ...more }: { hours: number; mayBeLong?: boolean; safety?: boolean }, code) => {
    const checked = checkShelf({ safety: false, mayBeLong: false, now, until: new Date(hours * HOUR), ...more })
    expect(checked.ok ? null : checked.error.code).toBe(code)
  })
  test('only a more urgent one ends it', () => expect([1, 2, 3].map((priority) => escalatesPast({ priority: 2 }, priority))).toEqual([true, false, false]))
})

describe('suppression by design', () => {
  const slow = { direction: 'below', limit: 5 } as const
  test.each([
    ['below the limit', slow, { t: 0, value: 4 }, 1000, true], ['at the limit it runs', slow, { t: 0, value: 5 }, 1000, false],
    ['an old value says nothing', slow, { t: 0, value: 0 }, 5001, false], ['no value says nothing', slow, null, 0, false],
    ['above', { direction: 'above', limit: 0 }, { t: 0, value: 1 }, 0, true],
  ] as const)('%s', (_, condition, reading, at, stopped) => expect(saysStopped(condition, reading, at, 5000)).toBe(stopped))

  const none = { outOfService: false, byDesign: false, shelved: false, safety: false }
  test.each([
    ['nothing', {}, null], ['shelved', { shelved: true }, 'shelved'], ['both', { shelved: true, byDesign: true }, 'by-design'],
    ['all', { shelved: true, byDesign: true, outOfService: true }, 'out-of-service'], ['a safety alarm is neither shelved nor suppressed', { shelved: true, byDesign: true, safety: true }, null],
    ['a safety sensor may be out of service', { outOfService: true, safety: true }, 'out-of-service'],
  ])('%s', (_, more, hold) => expect(strongestHold({ ...none, ...more })).toBe(hold))
})

describe('reports', () => {
  test('bad actors: the most frequent first, with their share of all', () => {
    const row = (name: string, activations: number) => ({ key: name, name, activations })
    expect(rankBadActors([row('b', 1), row('a', 1), row('often', 6), row('never', 0), row('c', 2)], 3)).toEqual([
      { key: 'often', activations: 6, share: 0.6, cumulativeShare: 0.6 },
      { key: 'c', activations: 2, share: 0.2, cumulativeShare: 0.8 },
      { key: 'a', activations: 1, share: 0.1, cumulativeShare: 0.9 },
    ])
  })
  test('none without alarms', () => expect(rankBadActors([], 10)).toEqual([]))
  test('rates of a day, with one busy span', () => {
    const spans = [{ group: 'l1', at: 0, n: 12 }, { group: 'l2', at: 0, n: 11 }, { group: 'l1', at: 600, n: 1 }]
    expect(summarizeRate(spans, 24)).toEqual({ total: 24, perHour: 1, perTenMinutes: 24 / 144, peak: 12, busyShare: 1 / 144 })
  })
  test('by line: the busiest 10 minutes first', () => {
    const spans = [{ group: 'calm', at: 0, n: 3 }, { group: 'calm', at: 600, n: 3 }, { group: 'busy', at: 0, n: 11 }, { group: 'busy', at: 600, n: 12 }]
    expect(ratePerLine(spans)).toEqual([{ group: 'busy', total: 23, peak: 12, peakAt: 600, busy: 2 }, { group: 'calm', total: 6, peak: 3, peakAt: 0, busy: 0 }])
    expect(ratePerLine([])).toEqual([])
  })
  test('an empty period', () => expect(summarizeRate([], 24)).toEqual({ total: 0, perHour: 0, perTenMinutes: 0, peak: 0, busyShare: 0 }))
  test('a flood of fewer than five is none', () => expect(floodEnd([1, 2, 3, 4])).toBe(Number.NEGATIVE_INFINITY))
})
