import { expect, test } from 'vitest'
import { FIRST_DAY, FIRST_DAY_STEPS, firstDayOf } from './first-day.ts'
import { ROLES } from './permissions.ts'

test.each(ROLES)('%s has a short list of different steps', (role) => {
  expect(FIRST_DAY[role].length).toBeGreaterThanOrEqual(2)
  expect(FIRST_DAY[role].length).toBeLessThanOrEqual(4)
  expect(new Set(FIRST_DAY[role]).size).toBe(FIRST_DAY[role].length)
})

test('every step is on some list', () => {
  const used = new Set(ROLES.flatMap((role) => FIRST_DAY[role]))
  expect(FIRST_DAY_STEPS.filter((step) => !used.has(step))).toEqual([])
})

test('two roles share one list, each step once', () => {
  expect(firstDayOf(['technician', 'contractor'])).toEqual(FIRST_DAY.technician)
  expect(firstDayOf([])).toEqual([])
})
