import { describe, expect, test } from 'vitest'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { byArea } from './by-area.ts'
import { matches, myWork } from './my-work.ts'
import { ownMinutes } from './own-minutes.ts'

const NOW = Date.parse('2026-11-26T10:00:00Z')
const ME = 'me'
const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString()
const timer = (startedAt: string, endedAt: string | null = null, person = ME) => ({ id: startedAt, person: { id: person, name: person }, startedAt, endedAt, activity: 'active' })
const order = (number: string, fields: object = {}, entries: readonly object[] = []): SeenOrder => ({
  order: { id: number, number, status: 'approved', priority: 3, title: number, description: null, dueAt: null, plannedStart: null, assignee: { id: ME, name: 'Me' }, failureMode: null, ...fields },
  asset: { id: `m-${number}`, tag: number, name: 'Fan', className: null }, labour: { hours: 0, entries },
}) as unknown as SeenOrder
const mine = (seen: SeenOrder) => ({ seen, mine: true })
const numbers = (list: readonly SeenOrder[]): string[] => list.map((one) => one.order.number)

describe('the day of a technician', () => {
  test('what runs comes first, then what is begun, overdue, urgent, early; what waits comes last', () => {
    const orders = [
      order('urgent', { priority: 1 }), order('later', { dueAt: at(5) }), order('soon', { dueAt: at(2) }), order('waits', { status: 'on_hold', priority: 1 }), order('overdue', { dueAt: at(-1), priority: 4 }),
      order('begun', { status: 'in_progress', priority: 4 }), order('runs', { status: 'in_progress', priority: 4 }, [timer(at(-1))]),
    ]
    const { next, then } = myWork(orders.map(mine), ME, NOW)
    expect([next?.order.number, ...numbers(then)]).toEqual(['runs', 'begun', 'overdue', 'urgent', 'soon', 'later', 'waits'])
  })
  test.each([
    { name: 'nothing at all', list: [], next: undefined },
    { name: 'all of his own waits: the most urgent that nobody has', list: [mine(order('held', { status: 'on_hold' })), { seen: order('free', { assignee: null }), mine: false }], next: 'free' },
    { name: 'what a colleague has is not proposed', list: [{ seen: order('his', { assignee: { id: 'you', name: 'You' } }), mine: false }], next: undefined },
    { name: 'what he has started himself is his, before the server knows', list: [{ seen: order('taken', { assignee: null, status: 'in_progress' }, [timer(at(-1))]), mine: false }], next: 'taken' },
  ])('$name', ({ list, next }) => expect(myWork(list, ME, NOW).next?.order.number).toBe(next))
  test('finished ones stand apart, cancelled ones nowhere', () => {
    const { next, finished } = myWork([mine(order('done', { status: 'closed' })), mine(order('off', { status: 'cancelled' }))], ME, NOW)
    expect([next, numbers(finished)]).toEqual([null, ['done']])
  })
})

test.each([
  ['wo-12', true], ['fan belt', true], ['FÄN', true], ['belt pump', false], ['', true],
])('searching for "%s": %s', (text, expected) => expect(matches(order('WO-12'), text, 'Belt worn')).toBe(expected))

test('a person\'s own time is the sum of his timers, whole minutes, the running one included', () => {
  expect(ownMinutes(order('a', {}, [timer(at(-2), at(-1)), timer(at(-0.5)), timer(at(-3), null, 'you')]), ME, NOW)).toBe(90)
  expect(ownMinutes(order('a', {}, [timer(at(-3), null, 'you')]), ME, NOW)).toBeNull()
})

test('orders stand by the area of their machine, in the order given', () => {
  const areas: Readonly<Record<string, string>> = { 'm-a': 'Utilities', 'm-b': 'Extrusion', 'm-c': 'Utilities' }
  expect(byArea([order('a'), order('b'), order('c'), order('d')], (id) => areas[id] ?? null).map(({ area, orders }) => [area, numbers(orders)])).toEqual([['Utilities', ['a', 'c']], ['Extrusion', ['b']], [null, ['d']]])
})
