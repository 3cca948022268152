import { describe, expect, it, test } from 'vitest'
import { reportOf } from '#server/core/backtest/report.ts'
import { firingOf } from '#server/core/backtest/fixtures.ts'
import type { KnownOutcome } from '#server/core/backtest/outcomes.ts'
import { DAY_MS, HOUR_MS } from '#server/core/kernel/time.ts'
import { rangePicture, seenPoints } from './backtest-chart.ts'
import { isOver, timeLeft } from './backtest-job.ts'
import { firingNamed, firingRows, kindOf, orderRows, ROWS, troubleRows } from './backtest.ts'
import { newDefinition } from './change.ts'
import { endOfPast, FIRST_RANGE, keptDays, rangeOf, withSpan } from './past-range.ts'

const machine = (id: string, no: number) => ({ id, tag: `M-${id}`, name: id, points: [{ id: `p${no}`, no, code: 'temp', name: 'Temperature', unit: 'Cel' }, { id: `g${no}`, no: no + 100, code: 'speed', name: 'Speed', unit: '/min' }] })
const failure = (orderId: string, failureAt: number): KnownOutcome =>
  ({ orderId, orderNumber: orderId, assetId: 'A', modes: ['VIB'], effect: 'functional-failure', verdict: null, failureAt, alertAt: null, repairStartAt: failureAt + HOUR_MS, endAt: failureAt + 2 * HOUR_MS })
const at = (day: number, over = {}) => firingOf({ openedAt: day * DAY_MS, resolvedAt: day * DAY_MS + 4 * HOUR_MS, ...over })
const outcomes = [failure('early', 2 * DAY_MS), failure('told', 10 * DAY_MS + 2 * HOUR_MS), failure('silent', 60 * DAY_MS)]
const report = reportOf(
  { range: { from: 0, to: 90 * DAY_MS, handlingMs: DAY_MS }, readings: 1000, journalFrom: null, ownClock: false, machines: [machine('A', 1), machine('B', 2)], gaps: [] }, outcomes,
  { tried: [at(10), at(30), at(40, { assetId: 'B', key: 'B:VIB' })], compared: [at(10), at(31)] },
)
const days = (rows: ReturnType<typeof firingRows>): (string | number | null | boolean)[][] => rows.map(({ side, fired, both }) => [side, fired.from / DAY_MS, both])

describe('rows of a back-test', () => {
  it('tell once what both definitions fired, the newest first', () => {
    expect(days(firingRows(report, 'both', 'fired'))).toEqual([['tried', 40, false], ['compared', 31, false], ['tried', 30, false], ['tried', 10, true]])
  })
  it('are those of one definition, and of one kind', () => {
    expect(days(firingRows(report, 'compared', 'fired'))).toEqual([['compared', 31, false], ['compared', 10, true]])
    expect(days(firingRows(report, 'tried', 'hit'))).toEqual([['tried', 10, true]])
  })
  it('say nothing of the other definition where there is none', () => {
    expect(days(firingRows({ ...report, compared: null }, 'both', 'hit'))).toEqual([['tried', 10, null]])
  })
  it('have names that lead back to them, and to nothing else', () => {
    for (const row of firingRows(report, 'both', 'fired')) expect(firingNamed(report, row.id)).toEqual(row)
    for (const id of [null, 't9', 'x0', '']) expect(firingNamed(report, id)).toBeNull()
  })
  it('are as many as the figures count', () => {
    for (const side of ['tried', 'compared'] as const) {
      const figures = report[side]?.figures
      expect(firingRows(report, side, 'fired')).toHaveLength(figures?.firings ?? -1)
      for (const one of ['hit', 'false', 'unknown'] as const) expect(firingRows(report, side, one)).toHaveLength(figures?.byClass[one] ?? -1)
      for (const one of ['found', 'late', 'missed'] as const) expect(troubleRows(report, side, one)).toHaveLength(figures?.[one] ?? -1)
      expect(orderRows(report, side)).toHaveLength(figures?.orders ?? -1)
    }
  })
  it('set each known failure beside what both definitions said of it', () => {
    expect(troubleRows(report, 'both', 'troubles').map(({ trouble, tried, compared }) => [trouble.orderId, tried?.found, compared?.found]))
      .toEqual([['silent', 'missed', 'missed'], ['told', 'found', 'found'], ['early', 'missed', 'missed']])
  })
  test.each(ROWS.map((rows) => [rows] as const))('%s stand in a table of their kind', (rows) => { expect(['firings', 'troubles', 'orders']).toContain(kindOf(rows)) })
})

describe('the picture of the range', () => {
  it('shows points that the rule watches, those of the machine that fired most first', () => {
    expect(seenPoints(report, ['temp']).map(({ id }) => id)).toEqual(['p1', 'p2'])
  })
  it('begins where anything is known, and draws a limit only where one holds for all states', () => {
    const [point] = seenPoints(report, ['temp'])
    if (point === undefined) throw new Error('there is no point')
    const points = [[5 * DAY_MS, 1, 1, 1], [6 * DAY_MS, 1, 1, 1]] as const
    const picture = rangePicture(report, point, points, newDefinition(['temp'], 'above', 80), 'limit')
    expect([picture.from, picture.to]).toEqual([2 * DAY_MS, 90 * DAY_MS])
    expect(picture.limits.map(({ steps }) => steps[0]?.value)).toEqual([80])
    const gated = { ...newDefinition(['temp'], 'above', 80), limit: null, gate: { point: 'speed', bands: [{ from: 0, to: 9, limit: 80, clear: null }] } }
    expect(rangePicture(report, point, points, gated, 'limit').limits).toEqual([])
  })
})

describe('the range', () => {
  const [zone, now] = ['Europe/Berlin', Date.parse('2026-11-26T10:00:00Z')]
  const kept = { fromMs: now - 40 * DAY_MS, toMs: now - HOUR_MS }
  it('ends now while readings come, and right after the last one of a recording', () => {
    expect(endOfPast(kept, now)).toBe(now)
    expect(endOfPast({ fromMs: 0, toMs: 5 }, now)).toBe(6)
    expect(rangeOf(FIRST_RANGE, kept, now, zone)).toEqual({ from: now - 30 * DAY_MS, to: now })
  })
  it('of own days goes from midnight to midnight at the site, over the change of the clocks, and not beyond now', () => {
    expect(rangeOf({ span: 'own', firstDay: '2026-10-24', lastDay: '2026-10-25' }, kept, now, zone))
      .toEqual({ from: Date.parse('2026-10-23T22:00:00Z'), to: Date.parse('2026-10-25T23:00:00Z') })
    expect(rangeOf({ span: 'own', firstDay: '2026-11-26', lastDay: '2026-11-30' }, kept, now, zone)?.to).toBe(now)
  })
  test.each([['', ''], ['2026-11-02', '2026-11-01'], ['2027-01-01', '2027-01-02'], ['2026-13-01', '2026-13-02']])('%s to %s is none', (firstDay, lastDay) => {
    expect(rangeOf({ span: 'own', firstDay, lastDay }, kept, now, zone)).toBeNull()
  })
  it('of own days begins as what was chosen before', () => {
    expect(withSpan({ ...FIRST_RANGE, span: '7' }, 'own', kept, now, zone)).toEqual({ span: 'own', firstDay: '2026-11-19', lastDay: '2026-11-26' })
  })
  it('tells for how many of its days readings are kept', () => {
    expect(keptDays({ from: now - 90 * DAY_MS, to: now }, kept)).toBeCloseTo(40 - 1 / 24, 6)
    expect(keptDays({ from: 0, to: DAY_MS }, kept)).toBe(0)
    expect(keptDays({ from: 0, to: DAY_MS }, null)).toBe(0)
  })
})

describe('a job', () => {
  it('tells how long it still takes once that can be said', () => {
    const job = { state: 'running', progress: 0.25, startedAt: 0 } as const
    expect(timeLeft(job, 10_000)).toBe(30_000)
    for (const none of [{ ...job, progress: 0.01 }, { ...job, state: 'done' as const }, { ...job, startedAt: null }, { ...job, startedAt: 9_500 }]) expect(timeLeft(none, 10_000)).toBeNull()
  })
  test.each([['queued', false], ['running', false], ['done', true], ['cancelled', true], ['failed', true]] as const)('that is %s is over: %s', (state, over) => { expect(isOver({ state })).toBe(over) })
})
