import { describe, expect, it } from 'vitest'
import { daysOf, hoursOf } from './week.ts'

const at = (text: string): number => Date.parse(text)

describe('daysOf', () => {
  const week = { from: at('2026-11-22T23:00:00Z'), to: at('2026-11-29T23:00:00Z') }
  it('cuts a night at midnight and keeps who has it', () => {
    const days = daysOf({ cover: [{ from: week.from, to: at('2026-11-23T17:00:00Z'), people: [] }, { from: at('2026-11-23T17:00:00Z'), to: at('2026-11-24T05:00:00Z'), people: ['tom'] }, { from: at('2026-11-24T05:00:00Z'), to: week.to, people: [] }] }, week)
    expect(days).toHaveLength(7)
    expect(days[0]?.pieces.map(({ share, people }) => [share, people])).toEqual([[0.75, []], [0.25, ['tom']]])
    expect(days[1]?.pieces.map(({ start, share, people }) => [start, share, people])).toEqual([[0, 0.25, ['tom']], [0.25, 0.75, []]])
  })

  it('covers a week with a change of the clock to its end', () => {
    const short = { from: at('2026-03-22T23:00:00Z'), to: at('2026-03-29T22:00:00Z') }
    const days = daysOf({ cover: [{ ...short, people: ['tom'] }] }, short)
    expect(days.at(-1)?.to).toBe(short.to)
    for (const day of days) expect(day.pieces).toMatchObject([{ start: 0, share: 1 }])
  })
})

describe('hoursOf', () => {
  it.each([[0, 0], [0.2, 1], [10.4, 10]])('%f is %i', (hours, shown) => {
    expect(hoursOf(hours)).toBe(shown)
  })
})
