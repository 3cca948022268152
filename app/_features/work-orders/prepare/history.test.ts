import { describe, expect, it } from 'vitest'
import { episodeTime, foldHistory, tellsTimes, type OrderEvent } from './history.ts'

const person = { id: 'p', name: 'Technician' }
const event = (at: number, type: string, reason: string, more: Partial<OrderEvent> = {}): OrderEvent =>
  ({ id: String(at), at: String(at), type, actor: null, mentions: [], fromStatus: 'approved', toStatus: 'approved', data: { reason }, ...more })
const went = (at: number): OrderEvent => event(at, 'evidence-added', 'came-and-went')
const told = (history: readonly OrderEvent[]) => foldHistory(history).map(({ event: { type }, times }) => `${type} ${times.join(',')}`)

describe('foldHistory', () => {
  it('tells the newest first', () => {
    expect(told([event(1, 'created', 'x', { fromStatus: null }), event(2, 'started', '', { actor: person })])).toEqual(['started 2', 'created 1'])
  })
  it('makes one line with all its times of what came in a row', () => {
    expect(told([event(1, 'close-proposed', 'went-away-before-work'), went(2), went(3), went(4)])).toEqual(['evidence-added 4,3,2', 'close-proposed 1'])
  })
  it('folds what takes turns, and what is left over stands alone', () => {
    const turns = [event(1, 'evidence-added', 'new-episode'), event(2, 'close-proposed', 'went'), event(3, 'evidence-added', 'new-episode'), event(4, 'close-proposed', 'went')]
    expect(told(turns)).toEqual(['close-proposed 4,2', 'evidence-added 3,1'])
    expect(told([...turns, event(5, 'evidence-added', 'new-episode')])).toEqual(['evidence-added 5,3', 'close-proposed 4,2', 'evidence-added 1'])
  })
  it('keeps apart what happened at different times of its life', () => {
    expect(told([went(1), event(2, 'commented', '', { actor: person }), went(3)])).toEqual(['evidence-added 3', 'commented 2', 'evidence-added 1'])
  })
  it.each([
    ['what people did', { actor: person }],
    ['a change of the state', { toStatus: 'completed' }],
    ['a raised priority', { data: { reason: 'came-and-went', raisedTo: 1 } }],
  ])('never folds %s', (_name, more) => {
    expect(foldHistory([event(1, 'evidence-added', 'came-and-went', more), event(2, 'evidence-added', 'came-and-went', more)])).toHaveLength(2)
  })
  it('never folds different reasons', () => {
    expect(foldHistory([event(1, 'evidence-added', 'goes-on'), event(2, 'evidence-added', 'new-episode')])).toHaveLength(2)
  })
  it('forgets nothing', () => {
    const history = [went(1), went(2), event(3, 'x', 'y'), went(4), event(5, 'x', 'y'), went(6), event(7, 'x', 'y'), event(8, 'z', 'y')]
    expect(foldHistory(history).flatMap(({ times }) => times).toSorted()).toEqual(history.map(({ at }) => at))
  })
})

describe('the times of a line', () => {
  const view = { evidence: [{ incidentId: 'i', episode: { openedAt: '2026-01-28T17:30:00Z' } }] } as unknown as Parameters<typeof episodeTime>[0]
  const heard = event(1, 'evidence-added', 'came-and-went', { at: '2026-02-19T10:00:00Z', data: { reason: 'came-and-went', incidentId: 'i' } })
  it('are when the episode began, not when it was heard of', () => {
    expect(foldHistory([heard], episodeTime(view))[0]?.times).toEqual(['2026-01-28T17:30:00Z'])
    expect(episodeTime(view)({ ...heard, data: {} })).toBe(heard.at)
  })
  it.each([['it came more than once', [heard.at, heard.at], true], ['it was heard of long after', ['2026-01-28T17:30:00Z'], true], ['it was heard of at once', [heard.at], false]] as const)('are told when %s', (_name, times, expected) => {
    expect(tellsTimes({ event: heard, times })).toBe(expected)
  })
})
