import { describe, expect, test } from 'vitest'
import { addDays, localDay, startOfDay } from './local-day.ts'
import { HOUR_MS } from './time.ts'

const BERLIN = 'Europe/Berlin'

describe('startOfDay', () => {
  test.each([
    ['winter', '2026-01-15', BERLIN, '2026-01-14T23:00:00.000Z'],
    ['summer', '2026-07-15', BERLIN, '2026-07-14T22:00:00.000Z'],
    ['a day that begins at one, since the clock skips midnight', '2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['far east', '2026-01-15', 'Pacific/Kiritimati', '2026-01-14T10:00:00.000Z'],
    ['far west', '2026-01-15', 'Pacific/Pago_Pago', '2026-01-15T11:00:00.000Z'],
  ])('%s', (_name, day, zone, expected) => {
    expect(new Date(startOfDay(day, zone)).toISOString()).toBe(expected)
  })

  test.each([['shorter in spring', '2026-03-29', 23], ['longer in autumn', '2026-10-25', 25], ['as usual', '2026-05-01', 24]])('a day is %s', (_name, day, hours) => {
    expect((startOfDay(addDays(day, 1), BERLIN) - startOfDay(day, BERLIN)) / HOUR_MS).toBe(hours)
  })

  test('the moment before belongs to the day before', () => {
    const at = startOfDay('2026-03-29', BERLIN)
    expect([localDay(at - 1, BERLIN), localDay(at, BERLIN)]).toEqual(['2026-03-28', '2026-03-29'])
  })
})

test('addDays crosses months and leap days', () => {
  expect([addDays('2026-03-01', -1), addDays('2028-02-28', 1), addDays('2026-12-31', 1)]).toEqual(['2026-02-28', '2028-02-29', '2027-01-01'])
})
