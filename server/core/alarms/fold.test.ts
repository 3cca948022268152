import { describe, expect, test } from 'vitest'
import type { LineAlarm } from './flood.ts'
import { foldLine, type Flood, type Line } from './fold.ts'

const MINUTE = 60_000
const EMPTY: Line = { recent: [], floods: [] }

/** one makes an alarm of machine `id` at a minute. */
const one = (id: string, minute: number, more: Partial<LineAlarm> = {}): LineAlarm => ({ id, key: id, openedAt: minute * MINUTE, priority: 3, safety: false, ...more })
const some = (n: number, minute: number, more: Partial<LineAlarm> = {}, name = 'm'): LineAlarm[] => Array.from({ length: n }, (_, i) => one(`${name}${String(i).padStart(2, '0')}`, minute + i / 100, more))

const parentsOf = (line: Line, fresh: readonly LineAlarm[]): Record<string, string> => Object.fromEntries(foldLine(line, fresh).folded)
const under = (parent: string, children: readonly LineAlarm[]): Record<string, string> => Object.fromEntries(children.map((child) => [child.id, parent]))

/** after is what a line is once alarms came: what it takes to go on. */
function after(line: Line, fresh: readonly LineAlarm[]): Line {
  const { folded, floods } = foldLine(line, fresh)
  const known = line.recent.map((alarm) => ({ ...alarm, parentId: folded.get(alarm.id) ?? alarm.parentId }))
  return { recent: [...known, ...fresh.map((alarm) => ({ ...alarm, parentId: folded.get(alarm.id) ?? null }))], floods }
}

describe('what folds', () => {
  test('nine alarms within 10 minutes stand alone', () => expect(parentsOf(EMPTY, some(9, 0))).toEqual({}))

  test('ten fold under the one that came first', () => {
    const ten = some(10, 0)
    expect(parentsOf(EMPTY, ten)).toEqual(under('m00', ten.slice(1)))
  })

  test('the first-out is the earliest event, not the first that was heard of', () => {
    const ten = some(10, 5)
    expect(parentsOf(EMPTY, [...ten.slice(1), one('late', 4), ...ten.slice(0, 1)])).toEqual(under('late', ten))
  })

  test('of two at the same instant, the names decide', () => {
    const ten = 'jihgfedcba'.split('').map((id) => one(id, 0))
    expect(parentsOf(EMPTY, ten)).toEqual(under('a', ten.slice(0, -1)))
  })

  test('ten within more than 10 minutes stand alone', () => expect(parentsOf(EMPTY, [...some(9, 0), one('x', 10)])).toEqual({}))

  test('those that came before the flood was one are folded with it', () => {
    const line = after(EMPTY, some(9, 0))
    expect(parentsOf(line, [one('tenth', 3)])).toEqual({ ...under('m00', some(9, 0).slice(1)), tenth: 'm00' })
  })

  test('one alarm that comes ten times is no flood', () => {
    expect(parentsOf(EMPTY, Array.from({ length: 20 }, (_, i) => one(`episode${i}`, i / 10, { key: 'same' })))).toEqual({})
  })
})

describe('what is never hidden', () => {
  test('a more urgent alarm than the first-out stands alone', () => {
    const ten = some(10, 0)
    const urgent = one('urgent', 1, { priority: 2 })
    expect(parentsOf(EMPTY, [...ten, urgent])).toEqual(under('m00', ten.slice(1)))
  })

  test('a safety alarm stands alone, and is no first-out', () => {
    const ten = some(10, 1)
    expect(parentsOf(EMPTY, [one('gas', 0, { safety: true }), ...ten, one('gas2', 2, { safety: true })])).toEqual(under('m00', ten.slice(1)))
  })

  test('ten more urgent ones are a flood of their own', () => {
    const [low, high] = [some(10, 0), some(10, 1, { priority: 1 }, 'h')]
    expect(parentsOf(EMPTY, [...low, ...high])).toEqual({ ...under('m00', low.slice(1)), ...under('h00', high.slice(1)) })
  })

  test('a less urgent first-out takes in only its like', () => {
    const fresh = [one('low', 0, { priority: 4 }), ...some(9, 1, { priority: 2 })]
    expect(parentsOf(EMPTY, fresh)).toEqual({})
    expect(foldLine(EMPTY, fresh).floods.map((flood) => flood.parent.id)).toEqual(['low'])
  })

  test('the first-out does not fold under itself when it comes again', () => {
    const ten = some(10, 0)
    expect(parentsOf(EMPTY, [...ten, one('again', 2, { key: 'm00' })])).toEqual(under('m00', ten.slice(1)))
  })
})

describe('how long a flood lasts', () => {
  const line = after(EMPTY, some(10, 0))
  // The tenth alarm came at 0.09 min, the fifth newest of the ten at 0.05.
  test.each([
    ['while five of it are younger than 10 minutes', 10.04, true],
    ['not when only four are', 10.05, false],
  ])('%s, a further alarm folds: at minute %d', (_, minute, folds) => expect(parentsOf(line, [one('x', minute)])).toEqual(folds ? { x: 'm00' } : {}))

  test('it goes on as long as five come within each 10 minutes', () => {
    const slow = Array.from({ length: 20 }, (_, i) => one(`s${i}`, 1 + i * 1.9))
    expect(parentsOf(line, slow)).toEqual(under('m00', slow))
  })

  test('fewer than five within 10 minutes end it, and ten begin another', () => {
    const ended = after(line, [one('x', 5), one('y', 12)])
    const again = some(10, 30, {}, 'n')
    expect(parentsOf(ended, again)).toEqual(under('n00', again.slice(1)))
  })

  test('an alarm of another source that comes a little too late is folded, and the first-out stays', () => {
    expect(parentsOf(line, [one('early', -1)])).toEqual({ early: 'm00' })
    expect(foldLine(line, [one('early', -1)]).floods.map((flood: Flood) => flood.parent.id)).toEqual(['m00'])
  })
})
