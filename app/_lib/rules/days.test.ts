import { expect, it } from 'vitest'
import { dayName, writeDays } from './days.ts'

it.each([
  [[1, 2, 3, 4, 5], 'en', 'Mon–Fri'], [[6, 7], 'en', 'Sat, Sun'], [[3, 1], 'de', 'Mo, Mi'], [[1, 2, 3, 7], 'en', 'Mon–Wed, Sun'], [[7], 'de', 'So'],
])('%j in %s are %s', (days, locale, text) => { expect(writeDays(days, locale)).toBe(text) })

it('names a day in full', () => { expect(dayName(1, 'de', 'long')).toBe('Montag') })
