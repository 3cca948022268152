import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '#server/core/kernel/time.ts'
import type { SeriesPoint } from '../../../_lib/trend/model.ts'
import { groupPoints, newestAge, shownPoints, type MachineLevel, type PointView } from './points.ts'
import { quietAt, type Quiet } from './quiet.ts'
import { rangeFor, rangeWindow, refineWindow, trimWindow } from './range.ts'
import { buildTree, filterNodes, openAtFirst, type AssetNode } from './tree.ts'
import { trendOf } from './trend.ts'

const node = (id: string, parentId: string | null, level = 'machine'): AssetNode =>
  ({ id, parentId, tag: id.toUpperCase(), name: `name of ${id}`, level, criticality: 'A', className: null, status: 'operating', priority: null, openOrders: 0 }) as unknown as AssetNode

const point = (code: string, unit: string, rules = 0, ageMs: number | null = null): PointView =>
  ({
    id: code, no: 1, key: code, code, name: code, quantity: unit, unit, axis: null, limit: null,
    latest: ageMs === null ? null : { ts: '2026-01-01T00:00:00Z', value: 1, quality: 'good', ageMs, fresh: true }, rules: Array.from({ length: rules }, () => ({ id: 'r', name: 'r' })),
  }) as unknown as PointView

describe('buildTree', () => {
  it('nests and sorts tags by number', () => {
    const [area] = buildTree([node('u', null, 'area'), node('p-10', 'u'), node('p-9', 'u')])
    expect(area?.children.map((branch) => branch.id)).toEqual(['p-9', 'p-10'])
  })
  it('keeps places whose parent is out of sight', () => {
    expect(buildTree([node('x', 'hidden')]).map((branch) => branch.id)).toEqual(['x'])
  })
})

describe('filterNodes', () => {
  const nodes = [node('u', null), node('fan', 'u'), node('pump', 'u')]
  it('keeps the way down to what is found', () => {
    expect(filterNodes(nodes, 'name FAN').map((one) => one.id)).toEqual(['u', 'fan'])
  })
  it('keeps everything without a query', () => {
    expect(filterNodes(nodes, '  ')).toHaveLength(3)
  })
})

describe('openAtFirst', () => {
  it('unfolds a large plant down to its lines only', () => {
    const many = [node('a', null, 'area'), ...Array.from({ length: 400 }, (_, index) => node(`m${index}`, 'a'))]
    expect(openAtFirst(many)).toEqual(['a'])
    expect(openAtFirst(many.slice(0, 10))).toHaveLength(10)
  })
})

describe('ranges', () => {
  it('moves the end in steps', () => {
    expect(rangeWindow('1h', 7_001, null)).toEqual({ from: 10_000 - HOUR_MS, to: 10_000 })
  })
  it('begins with the readings when all is asked for', () => {
    expect(rangeWindow('all', 10 * DAY_MS, 5 * HOUR_MS + 1).from).toBe(5 * HOUR_MS)
  })
  it.each([[null, '24h'], [0, '24h'], [2 * DAY_MS, '7d'], [20 * DAY_MS, '30d'], [90 * DAY_MS, 'all']] as const)('shows a reading %s ms old in %s', (age, range) => {
    expect(rangeFor(age)).toBe(range)
  })
  it('asks again for a corner that is filled late', () => {
    expect(refineWindow({ from: 0, to: DAY_MS }, 23 * HOUR_MS + 1)).toEqual({ from: 23 * HOUR_MS, to: DAY_MS })
    expect(refineWindow({ from: 0, to: DAY_MS }, HOUR_MS)).toBeNull()
    expect(refineWindow({ from: 0, to: DAY_MS }, null)).toBeNull()
  })
  it('leaves out an empty beginning', () => {
    expect(trimWindow({ from: 0, to: 100 }, 50)).toEqual({ from: 49, to: 100 })
    expect(trimWindow({ from: 0, to: 100 }, 5)).toEqual({ from: 0, to: 100 })
    expect(trimWindow({ from: 0, to: 100 }, null)).toEqual({ from: 0, to: 100 })
  })
})

describe('points', () => {
  const points = [point('speed', '%', 0, 500), point('x', '[g]', 1), point('y', '[g]', 0, 900)]
  it('shows the watched quantity first', () => {
    expect(groupPoints(points).map((group) => group.id)).toEqual(['x', 'speed'])
    expect(shownPoints(points, null).map((one) => one.code)).toEqual(['x', 'y'])
  })
  it('shows the one that was chosen', () => {
    expect(shownPoints(points, 'speed').map((one) => one.code)).toEqual(['speed'])
    expect(shownPoints(points, 'gone').map((one) => one.code)).toEqual(['x', 'y'])
  })
  it('is as old as its newest reading', () => {
    expect(newestAge(points)).toBe(500)
    expect(newestAge([point('x', '[g]')])).toBeNull()
  })
})

describe('trendOf', () => {
  const gated = { ruleId: 'a', points: ['x'], direction: 'above', limit: null, low: null, high: null, priority: 2, gate: { point: 'speed', bands: [{ from: 0, to: 70, limit: 0.2, clear: null }, { from: 70, to: 100, limit: 0.5, clear: null }] } } satisfies MachineLevel as MachineLevel
  const plain = { ruleId: 'b', points: ['x', 'y'], direction: 'above', limit: 1, low: null, high: null, priority: 3, gate: null } satisfies MachineLevel as MachineLevel
  const at = (ts: number, value: number): SeriesPoint => [ts, value, value, value]
  const words = { limit: (priority: number, many: boolean) => (many ? String(priority) : 'limit'), gateValue: String }
  const input = {
    window: { from: 0, to: 100 }, now: 100, points: [point('x', '[g]'), point('y', '[g]')], words,
    marks: [], gateOf: (code: string) => (code === 'speed' ? point('speed', '%') : null),
    series: new Map([['x', [at(0, 0.1), at(50, 0.3)]], ['speed', [at(0, 60), at(40, 80)]]]),
  }
  it('steps the limit by the gate and shows the gate below', () => {
    const model = trendOf({ ...input, rules: [gated] })
    expect(model.limits).toEqual([{ seriesId: 'x', label: 'limit', direction: 'above', priority: 2, steps: [{ from: 0, value: 0.2 }, { from: 40, value: 0.5 }] }])
    expect(model.strip?.cells.map((cell) => cell.text)).toEqual(['60', '80'])
    expect(model.now).toBe(100)
  })
  it('names the line of a rule once, by its priority when there are several', () => {
    expect(trendOf({ ...input, rules: [gated, plain] }).limits.map((limit) => [limit.seriesId, limit.label])).toEqual([['x', '2'], ['x', '3'], ['y', '']])
  })
  it('draws readings without any rule', () => {
    expect(trendOf({ ...input, rules: [] })).toMatchObject({ limits: [], strip: null, from: 0, to: 100 })
  })
  it('marks when learning began anew, as far as it lies in the picture', () => {
    const marks = [{ at: 40, label: 'Pump replaced' }, { at: 101, label: 'too late' }, { at: -1, label: 'too early' }]
    expect(trendOf({ ...input, rules: [], marks }).marks).toEqual([{ at: 40, label: 'Pump replaced' }])
  })
})

describe('quietAt', () => {
  const at = (hour: number): string => new Date(hour * HOUR_MS).toISOString()
  const window = (id: string, from: number, to: number): Quiet['windows'][number] => ({ id, kind: 'declared', from: at(from), to: at(to), reason: 'r', by: null, machine: null })
  const quiet: Quiet = {
    windows: [window('over', 1, 10), window('now', 10, 14), window('later', 11, 12)],
    work: [{ order: 'WO-000001', person: 'p', since: at(9), until: at(21) }, { order: 'WO-000002', person: 'forgot', since: at(-2), until: at(10) }], mayDeclare: true,
  }
  it('tells what holds from what is planned, to the moment', () => {
    const found = quietAt(quiet, 10 * HOUR_MS)
    expect([found.holding.map((one) => one.id), found.later.map((one) => one.id)]).toEqual([['now'], ['later']])
    expect(quietAt(quiet, 14 * HOUR_MS).holding).toEqual([])
  })
  it('leaves out work that has lasted twelve hours', () => {
    expect(quietAt(quiet, 10 * HOUR_MS - 1).work).toHaveLength(2)
    expect(quietAt(quiet, 10 * HOUR_MS).work.map((one) => one.person)).toEqual(['p'])
  })
})
