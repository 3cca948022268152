import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from './time.ts'
import { instantOf, localTime, mondayOf, weekdayOf } from './local-time.ts'

const at = (text: string): number => Date.parse(text)
const dayOf = (date: string): number => at(`${date}T00:00:00Z`) / DAY_MS

describe('localTime', () => {
  it.each([
    ['winter in Berlin', '2026-01-15T22:30:00Z', 'Europe/Berlin', '2026-01-15', 4, 23 * 60 + 30],
    ['summer in Berlin, already the next day', '2026-07-15T22:30:00Z', 'Europe/Berlin', '2026-07-16', 4, 30],
    ['half an hour off in India', '2026-01-15T20:00:00Z', 'Asia/Kolkata', '2026-01-16', 5, 90],
    ['behind UTC', '2026-01-15T03:00:00Z', 'America/New_York', '2026-01-14', 3, 22 * 60],
    ['UTC itself', '1970-01-01T00:00:00Z', 'UTC', '1970-01-01', 4, 0],
    ['before 1970', '1969-12-31T23:59:59Z', 'UTC', '1969-12-31', 3, 23 * 60 + 59],
  ])('%s', (_, instant, zone, date, weekday, minute) => {
    expect(localTime(at(instant), zone)).toEqual({ day: dayOf(date), weekday, minute })
  })
})

describe('instantOf', () => {
  it.each([
    ['a winter night', '2026-01-15', 22 * 60, '2026-01-15T21:00:00Z'],
    ['a summer night', '2026-07-15', 22 * 60, '2026-07-15T20:00:00Z'],
    ['left out in spring: as much later', '2026-03-29', 2 * 60 + 30, '2026-03-29T01:30:00Z'],
    ['the hour after the gap', '2026-03-29', 3 * 60, '2026-03-29T01:00:00Z'],
    ['twice in autumn: the first', '2026-10-25', 2 * 60 + 30, '2026-10-25T00:30:00Z'],
    ['after the hour that came twice', '2026-10-25', 3 * 60, '2026-10-25T02:00:00Z'],
  ])('%s', (_, date, minute, expected) => {
    expect(instantOf(dayOf(date), minute, 'Europe/Berlin')).toBe(at(expected))
  })

  it('is the way back from localTime, in every zone and season', () => {
    fc.assert(fc.property(
      fc.integer({ min: dayOf('2020-01-01') * 1440, max: dayOf('2035-01-01') * 1440 }),
      fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC', 'Pacific/Apia'),
      (minutes, zone) => {
        const instant = minutes * 60_000
        const { day, minute } = localTime(instant, zone)
        const back = instantOf(day, minute, zone)
        // In the hour that comes twice, the way back leads to its first passing.
        expect([0, HOUR_MS, HOUR_MS / 2]).toContain(instant - back)
        expect(localTime(back, zone)).toMatchObject({ day, minute })
      },
    ))
  })
})

describe('weekdays', () => {
  it.each([['2026-11-23', 1], ['2026-11-25', 3], ['2026-11-29', 7], ['1969-12-29', 1]])('%s is %i', (date, weekday) => {
    expect(weekdayOf(dayOf(date))).toBe(weekday)
    expect(weekdayOf(mondayOf(dayOf(date)))).toBe(1)
    expect(dayOf(date) - mondayOf(dayOf(date))).toBe(weekday - 1)
  })
})
