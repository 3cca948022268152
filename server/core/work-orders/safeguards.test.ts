import { describe, expect, test } from 'vitest'
import type { Command } from './commands.ts'
import type { WorkOrderStatus } from './enums.ts'
import { asksSafeguards, heldBy, type Safeguard } from './safeguards.ts'

const lock = (own: boolean): Safeguard => ({ kind: 'lock', own, order: 'WO-000007', name: 'Tom' })
const permit = (own: boolean): Safeguard => ({ kind: 'permit', own, order: 'WO-000007', name: 'PTW-000003' })
const isolation = (own: boolean): Safeguard => ({ kind: 'isolation', own, order: 'WO-000007', name: 'WO-000007' })
const at = new Date('2026-01-01T08:00:00Z')

const complete: Command = { name: 'complete', payload: {} }
const completeBack: Command = { name: 'complete', payload: { returnedAt: at } }
const close: Command = { name: 'close', payload: {} }
const closeBack: Command = { name: 'close', payload: { returnedAt: at } }
const cancel: Command = { name: 'cancel', payload: { reason: 'not needed' } }
const back: Command = { name: 'acceptProposal', payload: { proposal: 'return-to-service', accept: true } }
const dismiss: Command = { name: 'acceptProposal', payload: { proposal: 'close', accept: false } }
const closeProposed: Command = { name: 'acceptProposal', payload: { proposal: 'close', accept: true } }

describe('what a lock, a permit or an isolation keeps from being done', () => {
  test.each<[string, Command, WorkOrderStatus, Safeguard[], RegExp | null]>([
    ['work is over while locks come off', complete, 'in_progress', [lock(true)], null],
    ['it is not back under a lock', completeBack, 'in_progress', [lock(true)], /^Locks are on: Tom \(WO-000007\)/],
    ['it is not back under a lock of another order', completeBack, 'in_progress', [lock(false)], /^Locks are on: Tom \(WO-000007\)/],
    ['it is not back under a permit', completeBack, 'in_progress', [permit(false)], /^Permits are open: PTW-000003 \(WO-000007\)/],
    ['it is not back before the isolation is over', completeBack, 'in_progress', [isolation(false)], /WO-000007/],
    ['it is back when nothing stands', completeBack, 'in_progress', [], null],
    ['an order is not closed under its own lock', close, 'completed', [lock(true)], /^Locks/],
    ['an order is not closed under its own permit', close, 'verified', [permit(true)], /^Permits/],
    ['another order\'s lock does not keep it open', close, 'completed', [lock(false)], null],
    ['closing in one step with the machine back', closeBack, 'in_progress', [lock(false)], /^Locks/],
    ['closing what was completed says nothing of the machine', closeBack, 'completed', [lock(false)], null],
    ['an order is not cancelled under its own lock', cancel, 'in_progress', [lock(true)], /^Locks/],
    ['an order is cancelled under another\'s', cancel, 'in_progress', [lock(false)], null],
    ['a return to service under a lock', back, 'completed', [lock(false)], /^Locks/],
    ['a return to service', back, 'completed', [], null],
    ['a question answered with no', dismiss, 'approved', [lock(true)], null],
    ['closing what went away under its own lock', closeProposed, 'approved', [lock(true)], /^Locks/],
  ])('%s', (_name, command, status, safeguards, says) => {
    const held = heldBy({ status }, command, safeguards)
    if (says === null) expect(held).toBeNull()
    else expect(held).toMatchObject({ code: 'illegal-transition', message: expect.stringMatching(says) })
  })

  test('all of them are named at once', () => {
    expect(heldBy({ status: 'completed' }, close, [lock(true), { ...lock(true), name: 'Sue' }])?.message).toBe('Locks are on: Tom (WO-000007), Sue (WO-000007). They come off first.')
  })

  test('only commands that end something ask', () => {
    expect([complete, close, cancel, back].every(asksSafeguards)).toBe(true)
    expect(asksSafeguards({ name: 'start', payload: {} })).toBe(false)
  })
})
