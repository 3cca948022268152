import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../kernel/time.ts'
import { coverBetween, dutiesBetween, onCallAt, weekFrom, weekOf, type Pattern, type Shift } from './roster.ts'

const at = (text: string): number => Date.parse(text)
const dayOf = (date: string): number => at(`${date}T00:00:00Z`) / DAY_MS
const WORKDAYS = [1, 2, 3, 4, 5]
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

const shift = (personId: string, more: Partial<Shift> = {}): Shift => ({ personId, position: 1, week: 0, weekdays: EVERY_DAY, fromMinute: 0, toMinute: 0, ...more })
const pattern = (shifts: readonly Shift[], more: Partial<Pattern> = {}): Pattern => ({ zone: 'Europe/Berlin', rotationWeeks: 1, rotationStart: dayOf('2026-11-23'), shifts, exceptions: [], ...more })
const NIGHT = { fromMinute: 18 * 60, toMinute: 6 * 60 }

describe('onCallAt', () => {
  const nights = pattern([shift('tom', { ...NIGHT, weekdays: WORKDAYS }), shift('ali', { ...NIGHT, weekdays: WORKDAYS, position: 2 })])
  it.each([
    ['in the evening', '2026-11-25T18:00:00+01:00', ['tom', 'ali']],
    ['after midnight', '2026-11-26T02:00:00+01:00', ['tom', 'ali']],
    ['at the very end', '2026-11-26T06:00:00+01:00', []],
    ['a moment before', '2026-11-26T05:59:59+01:00', ['tom', 'ali']],
    ['at noon', '2026-11-25T12:00:00+01:00', []],
    ['on Saturday morning, of Friday\'s night', '2026-11-28T05:00:00+01:00', ['tom', 'ali']],
    ['on Saturday evening', '2026-11-28T20:00:00+01:00', []],
    ['on Monday morning, after a free Sunday night', '2026-11-30T05:00:00+01:00', []],
  ])('%s', (_, time, expected) => {
    expect(onCallAt(nights, at(time))).toEqual(expected)
  })

  it('keeps a shift of all day going through both changes of the clock', () => {
    const always = pattern([shift('tom')])
    for (const time of ['2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) expect(onCallAt(always, at(time))).toEqual(['tom'])
  })

  it.each([
    ['23 hours in spring', '2026-03-28', 11],
    ['25 hours in autumn', '2026-10-24', 13],
  ])('a night is as long as the clocks make it: %s', (_, date, hours) => {
    const [duty] = dutiesBetween(pattern([shift('tom', NIGHT)]), at(`${date}T18:00:00Z`), at(`${date}T20:00:00Z`))
    expect(((duty?.to ?? 0) - (duty?.from ?? 0)) / HOUR_MS).toBe(hours)
  })

  const weekly = pattern([shift('tom', { week: 0 }), shift('ali', { week: 1 }), shift('eva', { week: 2 })], { rotationWeeks: 3 })
  it.each([
    ['the first week', '2026-11-25T12:00:00Z', 'tom'],
    ['the second week', '2026-12-02T12:00:00Z', 'ali'],
    ['the third week', '2026-12-09T12:00:00Z', 'eva'],
    ['the first again', '2026-12-16T12:00:00Z', 'tom'],
    ['the week before the first', '2026-11-18T12:00:00Z', 'eva'],
    ['across the year', '2027-01-05T12:00:00Z', 'tom'],
  ])('takes turns by weeks: %s', (_, time, expected) => {
    expect(onCallAt(weekly, at(time))).toEqual([expected])
  })

  const two = [shift('tom'), shift('ali', { position: 2 })]
  const during = { from: at('2026-11-25T00:00:00Z'), to: at('2026-11-26T00:00:00Z') }
  it.each([
    ['away without a stand-in', [{ awayId: 'tom', insteadId: null }], ['ali']],
    ['with a stand-in, who takes the place', [{ awayId: 'tom', insteadId: 'eva' }], ['eva', 'ali']],
    ['a stand-in who is on call anyway', [{ awayId: 'tom', insteadId: 'ali' }], ['ali']],
    ['a stand-in who is away himself', [{ awayId: 'tom', insteadId: 'eva' }, { awayId: 'eva', insteadId: null }], ['ali']],
    ['somebody who only helps', [{ awayId: null, insteadId: 'eva' }], ['tom', 'ali', 'eva']],
    ['everybody away', [{ awayId: 'tom', insteadId: null }, { awayId: 'ali', insteadId: null }], []],
    ['somebody away who is not on call', [{ awayId: 'eva', insteadId: 'kim' }], ['tom', 'ali']],
  ])('%s', (_, exceptions, expected) => {
    const rostered = pattern(two, { exceptions: exceptions.map((one) => ({ ...during, ...one })) })
    expect(onCallAt(rostered, during.from)).toEqual(expected)
    expect(onCallAt(rostered, during.to)).toEqual(['tom', 'ali'])
  })
})

describe('coverBetween', () => {
  it('names the gaps', () => {
    const { from, to } = weekFrom('Europe/Berlin', at('2026-11-25T12:00:00Z'))
    expect(new Date(from).toISOString()).toBe('2026-11-22T23:00:00.000Z')
    const gaps = coverBetween(pattern([shift('tom', { weekdays: [1, 2, 3, 4, 5, 6], fromMinute: 0, toMinute: 0 })]), from, to).filter((piece) => piece.people.length === 0)
    expect(gaps).toEqual([{ from: at('2026-11-28T23:00:00Z'), to: at('2026-11-29T23:00:00Z'), people: [] }])
  })

  const someShift = fc.record({
    personId: fc.constantFrom('a', 'b', 'c'), position: fc.integer({ min: 1, max: 3 }), week: fc.integer({ min: 0, max: 1 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })), fromMinute: fc.integer({ min: 0, max: 1439 }), toMinute: fc.integer({ min: 0, max: 1439 }),
  })
  const start = at('2026-03-20T00:00:00Z')
  const someException = fc.record({ from: fc.integer({ min: 0, max: 14 * 24 }), hours: fc.integer({ min: 1, max: 80 }), awayId: fc.constantFrom('a', 'b', null), insteadId: fc.constantFrom('c', 'd', null) })

  it('is whole, in order, and agrees with onCallAt at every hour, over the change of the clock', () => {
    fc.assert(fc.property(fc.array(someShift, { maxLength: 6 }), fc.array(someException, { maxLength: 3 }), (shifts, exceptions) => {
      const rostered = pattern(shifts, {
        rotationWeeks: 2,
        exceptions: exceptions.map(({ from, hours, ...who }) => ({ from: start + from * HOUR_MS, to: start + (from + hours) * HOUR_MS, ...who })),
      })
      const end = start + 14 * DAY_MS
      const pieces = coverBetween(rostered, start, end)
      expect(pieces[0]?.from).toBe(start)
      expect(pieces.at(-1)?.to).toBe(end)
      for (const [i, piece] of pieces.entries()) if (i > 0) expect(piece.from).toBe(pieces[i - 1]?.to)
      for (let hour = start; hour < end; hour += HOUR_MS) {
        expect(pieces.find((piece) => piece.from <= hour && hour < piece.to)?.people).toEqual(onCallAt(rostered, hour))
      }
    }), { numRuns: 15 })
  })
})

describe('weekOf', () => {
  it('counts from the Monday of the start, forwards and backwards', () => {
    const rotation = { rotationWeeks: 4, rotationStart: dayOf('2026-11-25') }
    expect(['2026-11-23', '2026-11-29', '2026-11-30', '2026-12-14', '2026-11-22', '2026-10-26'].map((date) => weekOf(rotation, dayOf(date)))).toEqual([0, 0, 1, 3, 3, 0])
  })
})
