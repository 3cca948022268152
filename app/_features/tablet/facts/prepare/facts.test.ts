import { describe, expect, test } from 'vitest'
import { judgeMeter } from './meter.ts'
import { mentionsIn, withMention } from './mentions.ts'
import { firstReasons } from './reasons.ts'
import { shiftSpan } from './shift-span.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const span = (startedAt: string, endedAt: string) => ({ startedAt: `2026-11-26T${startedAt}:00.000Z`, endedAt: `2026-11-26T${endedAt}:00.000Z` })

describe('a time that is corrected with one tap', () => {
  test.each([
    ['30 min less: it ends earlier', -30, span('10:00', '11:00'), span('10:00', '10:30')],
    ['30 min more: it begins earlier', 30, span('10:00', '11:00'), span('09:30', '11:00')],
    ['60 min less of an hour leaves nothing', -60, span('10:00', '11:00'), null],
    ['more than a day is a forgotten timer', 60, { startedAt: '2026-11-25T11:30:00.000Z', endedAt: '2026-11-26T11:00:00.000Z' }, null],
  ])('%s', (_, minutes, given, expected) => { expect(shiftSpan(given, minutes, NOW)).toEqual(expected) })
})

describe('who is named in a comment', () => {
  const people = [{ id: 'a', name: 'Ann' }, { id: 'b', name: 'Ann Lee' }, { id: 'c', name: 'Bo' }]
  test.each([
    ['nobody', 'Ann knows', []],
    ['one', 'ask @Bo', ['c']],
    ['the longer of two names that begin alike', 'ask @Ann Lee', ['b']],
    ['both of them', '@Ann Lee or @Ann', ['a', 'b']],
    ['everybody once', '@Bo @Bo', ['c']],
  ])('%s', (_, text, expected) => { expect(mentionsIn(text, people)).toEqual(expected) })

  test('a name is added with space around it', () => { expect([withMention('', 'Bo'), withMention('ask', 'Bo')]).toEqual(['@Bo ', 'ask @Bo ']) })
})

describe('the reasons on one screen', () => {
  test.each([
    ['seven fit', 7, [1, 2, 3, 4, 5, 6, 7], 0],
    ['of nine, six and the way to the others', 9, [1, 2, 3, 4, 5, 6], 3],
  ])('%s', (_, count, shown, rest) => {
    const split = firstReasons(Array.from({ length: count }, (_, index) => index + 1))
    expect([split.shown, split.rest.length]).toEqual([shown, rest])
  })
})

describe('what is typed of a meter', () => {
  test.each([
    ['more than before', '120,5', 100, { is: 'good', value: 120.5 }],
    ['the same as before', '100', 100, { is: 'good', value: 100 }],
    ['less: asked about', '99', 100, { is: 'lower', value: 99 }],
    ['the first reading', '7', null, { is: 'good', value: 7 }],
    ['below zero', '-1', null, { is: 'nonsense' }],
    ['no number', 'many', 100, { is: 'nonsense' }],
    ['nothing', ' ', 100, { is: 'nonsense' }],
  ])('%s', (_, text, last, expected) => { expect(judgeMeter(text, last)).toEqual(expected) })
})
