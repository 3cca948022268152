import { describe, expect, it } from 'vitest'
import { chosenEpisode, episodesOf } from './episodes.ts'
import type { OrderView } from './view.ts'

interface Given {
  readonly id: string
  readonly at: string
  readonly state?: string
  readonly priority?: number
  readonly peak?: number
  readonly limit?: number
  readonly kind?: string
  readonly unreadable?: boolean
  readonly definition?: unknown
  readonly noData?: boolean
}
const evidence = ({ id, at, state = 'resolved', priority = 3, peak = 2, limit = 1, kind = 'trend', unreadable = false, definition = {}, noData = false }: Given) => ({
  id: `e-${id}`, incidentId: id, kind, at,
  episode: { unit: 'Cel', state, priority, openedAt: at, lastAt: at, resolvedAt: state === 'open' ? null : at, value: peak, limit, peak: { value: peak, at }, rule: { id: 'r', name: 'Rule', version: 1 } },
  data: unreadable ? null : { firedAt: at, peak: { value: peak, at }, limit, rule: { id: 'r', name: 'Rule', version: 1, definition }, noData, trend: { point: { unit: 'Cel' } } },
})
const view = (...given: readonly Given[]): OrderView => ({ evidence: given.map(evidence) }) as unknown as OrderView
const ids = (...given: readonly Given[]): string[] => episodesOf(view(...given)).map(({ id }) => id)
const worst = (...given: readonly Given[]): string[] => episodesOf(view(...given)).filter((one) => one.worst).map(({ id }) => id)

describe('episodesOf', () => {
  it('puts the newest first', () => {
    expect(ids({ id: 'a', at: '2026-01-28' }, { id: 'c', at: '2026-02-07' }, { id: 'b', at: '2026-01-30' })).toEqual(['c', 'b', 'a'])
  })
  it('puts what stands before what is over, however new', () => {
    expect(ids({ id: 'stands', at: '2026-01-28', state: 'open' }, { id: 'over', at: '2026-02-07' })).toEqual(['stands', 'over'])
  })
  it('puts the more urgent of two at one time first', () => {
    expect(ids({ id: 'a', at: '2026-01-28', priority: 3 }, { id: 'b', at: '2026-01-28', priority: 1 })).toEqual(['b', 'a'])
  })
  it.each([
    ['the most urgent', [{ id: 'a', at: '1', priority: 1 }, { id: 'b', at: '2', priority: 3, peak: 9 }], ['a']],
    ['of equal urgency, the one furthest above its limit', [{ id: 'a', at: '1', peak: 3 }, { id: 'b', at: '2', peak: 5 }], ['b']],
    ['of equal urgency, the one furthest below its limit', [{ id: 'a', at: '1', peak: 40, limit: 60 }, { id: 'b', at: '2', peak: 2, limit: 60 }], ['b']],
    ['none of one', [{ id: 'a', at: '1' }], []],
  ] as const)('marks as worst %s', (_name, given, expected) => {
    expect(worst(...given)).toEqual(expected)
  })
  it.each([
    ['the point\'s own value', {}, false, 'Cel'],
    ['a rate', { measure: { kind: 'rate', windowMs: 1, per: 'hour' } }, false, 'Cel/h'],
    ['a question', { measure: { kind: 'wrong-unit' } }, false, null],
    ['missing readings', {}, true, null],
  ] as const)('gives the numbers of %s in their unit, or none', (_name, definition, noData, unit) => {
    expect(episodesOf(view({ id: 'a', at: '2026-01-28', definition, noData }))[0]?.unit).toBe(unit)
  })
  it('keeps an episode whose picture cannot be read, and leaves out what is no trend', () => {
    const [only, ...more] = episodesOf(view({ id: 'a', at: '2026-01-28', unreadable: true }, { id: 'n', at: '2026-01-28', kind: 'note' }))
    expect(only).toMatchObject({ id: 'a', data: null, peak: { value: 2 }, limit: 1, unit: 'Cel', rule: { name: 'Rule' } })
    expect(more).toEqual([])
  })
})

describe('chosenEpisode', () => {
  const episodes = episodesOf(view({ id: 'a', at: '2026-01-28' }, { id: 'b', at: '2026-01-29' }))
  it.each([['the one named', 'a', 'a'], ['the first when none is named', null, 'b'], ['the first when the address is old', 'gone', 'b']])('is %s', (_name, id, expected) => {
    expect(chosenEpisode(episodes, id)?.id).toBe(expected)
  })
  it('is nothing on an order without evidence', () => {
    expect(chosenEpisode([], 'a')).toBeNull()
  })
})
