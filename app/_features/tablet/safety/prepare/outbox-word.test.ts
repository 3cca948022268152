import { expect, it } from 'vitest'
import { safetyWordOf } from './outbox-word.ts'

it.each([
  ['isolation.act', { type: 'begun' }, 'isolation'], ['isolation.act', { type: 'lock-on' }, 'lock-on'], ['isolation.act', { type: 'lock-off' }, 'lock-off'], ['isolation.act', null, 'isolation'],
  ['permit.act', { name: 'suspend' }, 'permit'], ['handover.sign', {}, 'sign'], ['repair.remove', {}, 'repair-gone'], ['order.command', { name: 'start' }, null],
])('%s %o is listed as %s', (kind, payload, word) => {
  expect(safetyWordOf({ kind, payload })).toBe(word)
})
