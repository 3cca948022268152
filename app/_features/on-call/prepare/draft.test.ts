import { describe, expect, it } from 'vitest'
import { draftOf, EMPTY_LINE, isWhole, rosterOf, type Draft } from './draft.ts'

const line = { ...EMPTY_LINE, key: 'k', personId: 'tom' }
const draft: Draft = { ...draftOf(null, 20_000), name: ' Nights ', rotationWeeks: 2, lines: [{ ...line, week: 5 }] }

describe('a draft of a roster', () => {
  it('is kept with minutes, and with weeks that the rotation has', () => {
    expect(rosterOf(draft)).toMatchObject({ name: 'Nights', rotationStart: 20_000, shifts: [{ personId: 'tom', week: 1, fromMinute: 1080, toMinute: 360, weekdays: [1, 2, 3, 4, 5, 6, 7] }] })
  })

  it.each([
    ['as it should be', {}, true],
    ['without a person', { personId: null }, false],
    ['without a day', { weekdays: [] }, false],
    ['without a time', { to: '' }, false],
  ])('%s', (_, more, whole) => {
    expect(isWhole({ ...draft, lines: [{ ...line, ...more }] })).toBe(whole)
  })
})
