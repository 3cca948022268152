import { describe, expect, it } from 'vitest'
import { naiveSkab, ticketRows } from './skab-naive.ts'
import { scoreSkab, type SkabRun } from './skab-score.ts'

const ROWS = 1000
const rows = (from: number, to: number): boolean[] => Array.from({ length: ROWS }, (_, row) => row >= from && row <= to)
const NEVER = rows(1, 0)
const run = (over: Partial<SkabRun> = {}): SkabRun => ({ fault: rows(600, 799), alarm: NEVER, tickets: [], ...over })

describe('scoreSkab', () => {
  it.each<[string, SkabRun, object]>([
    ['nothing', run(), { eventsFound: 0, events: 1, falseTickets: 0, f1: 0, far: 0, mar: 1, medianDelaySeconds: null, ticketsPerEventFound: null }],
    ['everything right', run({ alarm: rows(600, 799), tickets: [600] }), { eventsFound: 1, falseTickets: 0, f1: 1, far: 0, mar: 0, medianDelaySeconds: 0 }],
    ['half of the fault', run({ alarm: rows(700, 799), tickets: [710] }), { eventsFound: 1, mar: 0.5, f1: 0.6667, medianDelaySeconds: 110 }],
    ['a ticket before the fault', run({ tickets: [599] }), { eventsFound: 0, falseTickets: 1 }],
    ['a ticket at its last row', run({ tickets: [799] }), { eventsFound: 1, falseTickets: 0 }],
    ['a ticket a minute after it: neither', run({ tickets: [859] }), { eventsFound: 0, falseTickets: 0 }],
    ['a ticket later than that', run({ tickets: [860] }), { eventsFound: 0, falseTickets: 1 }],
    ['an alarm in the rows that are not scored', run({ alarm: rows(0, 399) }), { far: 0 }],
    ['an alarm over all scored rows', run({ alarm: rows(0, 999) }), { far: 1, mar: 0 }],
    ['two tickets for one fault', run({ tickets: [610, 700] }), { eventsFound: 1, ticketsPerEventFound: 2, medianDelaySeconds: 10 }],
  ])('counts %s', (_name, given, expected) => {
    expect(scoreSkab([given])).toMatchObject(expected)
  })

  it('counts false tickets per hour of normal running', () => {
    // 400 of the 600 scored rows are normal.
    expect(scoreSkab([run({ tickets: [500] })]).falseTicketsPerNormalHour).toBeCloseTo(9, 6)
  })
})

describe('the naive rule', () => {
  it('opens a ticket after 10 rows and closes it after 60 quiet ones', () => {
    const alarm = Array.from({ length: 300 }, (_, row) => (row >= 10 && row < 19) || (row >= 50 && row < 60) || (row >= 100 && row < 110) || (row >= 200 && row < 215))
    expect(ticketRows(alarm)).toEqual([59, 209])
  })

  it('finds a plain step by its limit', () => {
    const steady = Array.from({ length: ROWS }, (_, row) => (row % 2) + (row >= 600 && row <= 799 ? 20 : 0))
    expect(naiveSkab([{ columns: [steady], fault: rows(600, 799) }], [])).toMatchObject({ eventsFound: 1, falseTickets: 0, f1: 1, anomalyFreeTickets: 0 })
  })
})
