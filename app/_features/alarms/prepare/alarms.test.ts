import { describe, expect, it } from 'vitest'
import { ALARM_TARGETS } from '#server/core/alarms/report.ts'
import { foldedQueryOf, isFiltered, NOTHING, queryOf, rangeOf, type Filters } from './filters.ts'
import { filterParsers } from './parsers.ts'
import { barsOf, ceilingOf, figuresOf } from './rate.ts'
import { isUnseen, sectionsOf, unseenIn } from './sections.ts'
import { machinesOf, placesOf } from './tree.ts'
import type { Alarm } from './view.ts'

const plain: Filters = { tab: 'standing', ...NOTHING, cursor: null, alarm: null, hours: 24 }
const ID = '01a21524-fab6-72ee-b9b4-39919d504caa'

describe('the address', () => {
  it.each([
    ['nothing', {}, {}], ['a state', { state: 'new' }, { state: ['unacknowledged-active'] }], ['a priority', { priority: 2 }, { priority: [2] }], ['a place', { place: ID }, { areaId: ID }],
    ['a machine', { asset: ID }, { assetId: ID }], ['a site', { site: ID }, { siteId: ID }], ['what it is about', { kind: 'silence' }, { kind: 'silence' }], ['words, trimmed', { q: ' M-1 ' }, { q: 'M-1' }],
    ['a page', { cursor: 'x' }, { cursor: 'x' }],
  ] as const)('asks for %s', (_, given, query) => expect(queryOf({ ...plain, ...given })).toEqual({ limit: 50, ...query }))

  it('asks for what is folded as the list is narrowed, from its beginning', () => {
    expect(foldedQueryOf({ ...plain, priority: 3, cursor: 'x' }, 'key')).toEqual({ priority: [3], under: 'key', limit: 50 })
  })

  it('knows when it narrows', () => {
    expect([plain, { ...plain, alarm: ID }, { ...plain, q: ' ' }, { ...plain, q: 'x' }, { ...plain, kind: 'silence' as const }].map(isFiltered)).toEqual([false, false, false, true, true])
  })

  it('takes no nonsense', () => {
    expect(filterParsers.alarm.parse('not an id')).toBeNull()
    expect(filterParsers.alarm.parse(ID)).toBe(ID)
    expect(['0', '1', '4', '5', 'x'].map((text) => filterParsers.priority.parse(text))).toEqual([null, 1, 4, null, null])
    expect([24, 168, 5].map(rangeOf)).toEqual([24, 168, 24])
  })
})

describe('the list', () => {
  const alarm = (id: string, section: Alarm['section'], state: Alarm['state'], unacknowledged = 0): Alarm => ({ id, section, state, folded: { count: unacknowledged, unacknowledged } }) as Alarm
  const alarms = [alarm('a', 'new', 'unacknowledged-active', 3), alarm('b', 'returned', 'unacknowledged-returned'), alarm('c', 'new', 'acknowledged-active', 2), alarm('d', 'standing', 'acknowledged-active')]

  it('is parted by what needs somebody first, without empty parts', () => {
    expect(sectionsOf(alarms).map(({ id, alarms: own }) => [id, own.map((one) => one.id)])).toEqual([['new', ['a', 'c']], ['standing', ['d']], ['returned', ['b']]])
  })

  it('counts what an acknowledgement would acknowledge', () => {
    expect(alarms.map(unseenIn)).toEqual([4, 1, 2, 0])
    expect(alarms.map(isUnseen)).toEqual([true, true, false, false])
  })
})

describe('the report', () => {
  const hour = (n: number): string => new Date(n * 3_600_000).toISOString()
  const report = { from: new Date(0.5 * 3_600_000).toISOString(), to: hour(3), perHour: [{ at: hour(1), n: 4, folded: 1 }] }

  it('has a bar for every hour', () => expect(barsOf(report).map((bar) => bar.n)).toEqual([0, 4, 0]))

  it('ends at a round number above everything', () => {
    expect(ceilingOf(barsOf(report), 6)).toBe(9)
    expect(ceilingOf([{ at: 0, n: 1234, folded: 0 }], 6)).toBe(2000)
  })

  it('sets each figure against its target', () => {
    const summary = { total: 24, perHour: 6, perTenMinutes: 1, peak: 11, busyShare: 0.02 }
    expect(figuresOf({ summary, topTenShare: 0.05, stale: 6, targets: ALARM_TARGETS }).map(({ key, within }) => [key, within])).toEqual([
      ['perHour', true], ['perTenMinutes', true], ['peak', false], ['busyShare', false], ['topTenShare', true], ['stale', false],
    ])
  })
})

it('tells places from machines', () => {
  const node = (id: string, level: string) => ({ id, level, tag: id.toUpperCase(), name: level })
  const tree = { nodes: [node('a', 'area'), node('l', 'line'), node('m', 'machine'), node('c', 'component')] } as Parameters<typeof placesOf>[0]
  expect(placesOf(tree)).toEqual([{ id: 'a', label: 'A area' }, { id: 'l', label: 'L line' }])
  expect(machinesOf(tree).map(({ id }) => id)).toEqual(['m', 'c'])
})
