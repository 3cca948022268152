import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../kernel/time.ts'
import { whoIsTold, type AlarmEvent, type OrderEvent, type World } from './audience.ts'
import { eventKey, tellingKey } from './keys.ts'
import { mentionedIn } from './mentions.ts'
import { repeatAt } from './repeat.ts'
import { breakFor, GIVE_UP_AFTER, retryAfter } from './retry.ts'

const WORLD: World = { onCall: ['tom', 'ali'], supervisors: ['sue'], deciders: ['sue', 'pat'], assigneeId: 'tom', mentioned: ['eva'], toldBefore: ['tom', 'sue'] }
const alarm = (more: Partial<AlarmEvent> = {}): AlarmEvent => ({ kind: 'alarm-opened', priority: 2, safety: false, quiet: false, ...more })
const order = (kind: OrderEvent['kind'], actorId: string | null = null): OrderEvent => ({ kind, actorId })

describe('whoIsTold', () => {
  it.each<[string, AlarmEvent | OrderEvent, Partial<World>, readonly string[]]>([
    ['an alarm: who is on call, and the supervisors', alarm(), {}, ['tom alarm-opened!', 'ali alarm-opened!', 'sue alarm-opened!']],
    ['a medium alarm: in the list only', alarm({ priority: 3 }), {}, ['tom alarm-opened', 'ali alarm-opened', 'sue alarm-opened']],
    ['a low alarm of safety: loud', alarm({ priority: 4, safety: true }), { onCall: [] }, ['sue alarm-opened!']],
    ['what happened while offline: in the list only', alarm({ priority: 1, quiet: true }), { onCall: [] }, ['sue alarm-opened']],
    ['a supervisor on call: once', alarm(), { onCall: ['sue'] }, ['sue alarm-opened!']],
    ['raised: whoever has the order, too', alarm({ kind: 'alarm-raised' }), { onCall: [], assigneeId: 'kim' }, ['sue alarm-raised!', 'kim alarm-raised!']],
    ['over: those who were told, quietly', alarm({ kind: 'alarm-over' }), {}, ['tom alarm-over', 'sue alarm-over']],
    ['assigned', order('order-assigned', 'sue'), {}, ['tom order-assigned!']],
    ['taken oneself', order('order-assigned', 'tom'), {}, []],
    ['taken away from everybody', order('order-assigned', 'sue'), { assigneeId: null }, []],
    ['a comment: who is named, and whoever has the order', order('order-commented', 'sue'), {}, ['eva order-mentioned!', 'tom order-commented!']],
    ['named and having the order: told of the naming', order('order-commented', 'sue'), { mentioned: ['tom'] }, ['tom order-mentioned!']],
    ['naming oneself', order('order-commented', 'eva'), { assigneeId: null }, []],
    ['a request: who may approve', order('order-requested', 'ray'), {}, ['sue order-requested!', 'pat order-requested!']],
    ['a request by one who may approve', order('order-requested', 'sue'), {}, ['pat order-requested!']],
    ['work to be verified', order('order-to-verify', 'tom'), {}, ['sue order-to-verify!', 'pat order-to-verify!']],
  ])('%s', (_, event, world, expected) => {
    expect(whoIsTold(event, { ...WORLD, ...world }).map(({ personId, kind, loud }) => `${personId} ${kind}${loud ? '!' : ''}`)).toEqual(expected)
  })

  it('tells nobody twice of one event, so that one key is one telling', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'))
    const events = fc.constantFrom<AlarmEvent | OrderEvent>(alarm(), alarm({ kind: 'alarm-raised' }), alarm({ kind: 'alarm-over' }), order('order-assigned', 'a'), order('order-commented', 'b'), order('order-requested'), order('order-to-verify'))
    fc.assert(fc.property(events, fc.record({ onCall: ids, supervisors: ids, deciders: ids, assigneeId: fc.constantFrom('a', 'c', null), mentioned: ids, toldBefore: ids }), (event, world) => {
      const told = whoIsTold(event, world)
      const keys = told.map(({ kind, personId }) => tellingKey(eventKey(kind, 'x'), personId))
      expect(new Set(keys).size).toBe(keys.length)
      expect(new Set(told.map(({ personId }) => personId)).size).toBe(told.length)
      if ('actorId' in event) expect(told.map(({ personId }) => personId)).not.toContain(event.actorId)
    }))
  })
})

describe('mentionedIn', () => {
  const PEOPLE = [{ id: '1', name: 'Tom Brandt' }, { id: '2', name: 'Tom Braun' }, { id: '3', name: 'Eva Núñez' }, { id: '4', name: 'Ali' }]
  it.each([
    ['the whole name', 'please look, @Tom Brandt', ['1']],
    ['a first name that two have', '@Tom please', []],
    ['a first name that one has', '@eva: done', ['3']],
    ['several', '@Ali and @Eva Núñez!', ['4', '3']],
    ['somebody twice', '@Ali @ali', ['4']],
    ['an address', 'write to ops@ali.example', []],
    ['the beginning of another word', '@Alice', []],
    ['a sign alone', 'at 5 @ noon', []],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(mentionedIn(text, PEOPLE)).toEqual(expected)
  })
})

describe('repeatAt', () => {
  it.each([
    [{ kind: 'alarm-opened', priority: 1, safety: false, loud: true }, 30 * MINUTE_MS],
    [{ kind: 'alarm-opened', priority: 2, safety: false, loud: true }, 4 * HOUR_MS],
    [{ kind: 'alarm-raised', priority: 3, safety: false, loud: true }, 24 * HOUR_MS],
    [{ kind: 'alarm-opened', priority: 4, safety: true, loud: true }, 30 * MINUTE_MS],
    [{ kind: 'alarm-opened', priority: 4, safety: false, loud: true }, null],
    [{ kind: 'alarm-opened', priority: 1, safety: false, loud: false }, null],
    [{ kind: 'alarm-over', priority: 1, safety: false, loud: true }, null],
    [{ kind: 'order-assigned', priority: 1, safety: false, loud: true }, null],
  ] as const)('%o after %s ms', (what, after) => {
    expect(repeatAt(what, 1000)).toBe(after === null ? null : 1000 + after)
  })
})

describe('retryAfter', () => {
  it.each([[1, 1, 5000], [2, 1, 10_000], [3, 0, 10_000], [12, 1, HOUR_MS], [29, 0.5, 0.75 * HOUR_MS], [30, 1, null]])('%i tries, chance %f', (attempts, chance, expected) => {
    expect(retryAfter(attempts, chance)).toBe(expected)
  })
  it('waits a day in all before it gives up', () => {
    const all = Array.from({ length: GIVE_UP_AFTER - 1 }, (_, index) => retryAfter(index + 1, 0.5) ?? 0).reduce((sum, one) => sum + one, 0)
    expect(all / HOUR_MS).toBeGreaterThan(12)
    expect(all / HOUR_MS).toBeLessThan(36)
  })
})

describe('breakFor', () => {
  it.each([[0, null], [4, null], [5, MINUTE_MS], [6, 2 * MINUTE_MS], [20, HOUR_MS]])('%i failures in a row', (failures, expected) => {
    expect(breakFor(failures)).toBe(expected)
  })
})
