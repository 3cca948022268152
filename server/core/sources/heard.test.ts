import { describe, expect, it } from 'vitest'
import { hear, HEARD_LIMITS, NOTHING_HEARD, type Arrival, type Heard } from './heard.ts'

const arrival = (topic: string, at: number, more: Partial<Arrival> = {}): Arrival => ({ topic, at, retained: false, readings: [], faults: [], ...more })
const text = (words: string) => () => ({ text: words, json: false, cut: false })
const hearAll = (arrivals: readonly Arrival[], words = 'x'): Heard => arrivals.reduce((heard, one) => hear(heard, one, text(words)), NOTHING_HEARD)

describe('hear', () => {
  it('keeps the newest message of each topic, in the order in which topics were first heard', () => {
    const heard = [arrival('b', 0), arrival('a', 1000), arrival('b', 2000)].reduce((sum, one) => hear(sum, one, text(`at ${one.at}`)), NOTHING_HEARD)
    expect(heard.messages.map(({ topic, text: words, count }) => [topic, words, count])).toEqual([['b', 'at 2000', 2], ['a', 'at 1000', 1]])
    expect(heard).toMatchObject({ total: 3, beyond: 0 })
  })

  it('counts what comes faster than anyone can read, without looking into it', () => {
    const first = hearAll([arrival('a', 0)])
    const second = hear(first, arrival('a', HEARD_LIMITS.everyMs - 1), () => { throw new Error('looked into') })
    expect(second.messages[0]).toMatchObject({ at: 0, count: 2 })
    expect(hear(second, arrival('a', HEARD_LIMITS.everyMs), text('new')).messages[0]).toMatchObject({ text: 'new', count: 3 })
  })

  it('shows a fault however soon it comes after a message that was well', () => {
    const [message] = hearAll([arrival('a', 0), arrival('a', 1, { faults: ['no number'] }), arrival('a', 2, { faults: ['another'] })]).messages
    expect(message).toMatchObject({ at: 1, count: 3, faults: ['no number'] })
  })

  it('keeps so many topics, and counts what comes on others', () => {
    const heard = hearAll(Array.from({ length: HEARD_LIMITS.topics + 3 }, (_, index) => arrival(`t/${index}`, index)))
    expect(heard.messages).toHaveLength(HEARD_LIMITS.topics)
    expect(heard).toMatchObject({ total: HEARD_LIMITS.topics + 3, beyond: 3 })
  })

  it('keeps so many characters', () => {
    const big = 'x'.repeat(HEARD_LIMITS.characters / 2)
    const heard = hearAll([arrival('a', 0), arrival('b', 0), arrival('c', 0)], big)
    expect(heard).toMatchObject({ total: 3, beyond: 1 })
    expect(heard.messages.map(({ topic }) => topic)).toEqual(['a', 'b'])
  })

  it('bounds what was read off one message, and takes out of a topic what a database refuses', () => {
    const reading = { point: 'P', ts: 0, value: 1, unit: '\u0000' }
    const [message] = hearAll([arrival('a\u0000\ud800', 0, { readings: Array.from({ length: 100 }, () => reading), faults: ['f'.repeat(1000), 'b', 'c', 'd'] })]).messages
    expect(message?.topic).toBe('a\ufffd\ufffd')
    expect(message?.readings).toHaveLength(HEARD_LIMITS.readings)
    expect(message?.readings[0]?.unit).toBe('\ufffd')
    expect(message?.faults.map(({ length }) => length)).toEqual([HEARD_LIMITS.fault, 1, 1])
  })
})
