import { describe, expect, test } from 'vitest'
import type { Command } from './commands.ts'
import { PAYLOADS } from './commands.ts'
import { decide } from './decide.ts'
import { COMMANDS } from './enums.ts'
import { orderFacts } from './order.fixture.ts'
import type { OrderFacts } from './order.ts'

const now = new Date('2026-11-26T10:00:00Z')
const hour = (n: number): Date => new Date(now.getTime() + n * 3_600_000)
const fields = {
  title: 'Fan shakes', description: null, priority: 3, dueAt: null, latestSafeAt: null, plannedHours: null, causeNote: null, verdictNote: null, verdict: 'confirmed', effect: 'averted',
} as const
const at = { now, personId: 'me', fields, choices: { items: ['BLADE', 'BELT'], modes: ['VIB', 'BRD'], activities: ['clean', 'replace'] } }
const run = (facts: Partial<OrderFacts>, command: Command) => decide(orderFacts(facts), command, at, () => true)
const found = { verdict: 'confirmed', effect: 'averted', itemCode: 'BLADE', activityCode: 'clean' } as const

test('every command has a payload', () => expect(Object.keys(PAYLOADS).sort()).toEqual([...COMMANDS].sort()))

describe('what each command does', () => {
  const cases: { name: string; order: Partial<OrderFacts>; command: Command; expected: object }[] = [
    { name: 'approve', order: { status: 'requested' }, command: { name: 'approve', payload: {} }, expected: { to: 'approved', event: 'approved', patch: { status: 'approved', approvedBy: 'me' } } },
    {
      name: 'approve afterwards keeps the state', order: { status: 'in_progress', breakIn: true, kind: 'corrective' }, command: { name: 'approve', payload: {} },
      expected: { to: 'in_progress', patch: { approvedBy: 'me' } },
    },
    { name: 'reject', order: { status: 'requested' }, command: { name: 'reject', payload: { reason: 'not ours' } }, expected: { to: 'rejected', patch: { endReason: 'not ours', closedAt: now } } },
    { name: 'plan', order: {}, command: { name: 'plan', payload: { plannedHours: 2 } }, expected: { to: 'planned', patch: { status: 'planned', plannedHours: 2 } } },
    {
      name: 'schedule with a person', order: { status: 'planned' }, command: { name: 'schedule', payload: { plannedStart: hour(1), plannedEnd: hour(2), assigneeId: 'a' } },
      expected: { to: 'scheduled', patch: { plannedStart: hour(1), plannedEnd: hour(2), assigneeId: 'a' }, effects: ['acknowledge-alarm'] },
    },
    { name: 'assign', order: {}, command: { name: 'assign', payload: { assigneeId: 'a' } }, expected: { to: 'approved', patch: { assigneeId: 'a' }, effects: ['acknowledge-alarm'] } },
    {
      name: 'start unscheduled: a break-in, mine when nobody has it', order: { status: 'requested', proposeClose: true }, command: { name: 'start', payload: {} },
      expected: { to: 'in_progress', patch: { breakIn: true, assigneeId: 'me', workStartedAt: now, proposeClose: false, deferral: null }, effects: ['start-timer', 'acknowledge-alarm'] },
    },
    {
      name: 'start as scheduled keeps the assignee', order: { status: 'scheduled', assigneeId: 'a' }, command: { name: 'start', payload: {} },
      expected: { to: 'in_progress', patch: { breakIn: false, assigneeId: 'a' } },
    },
    { name: 'hold', order: { status: 'in_progress' }, command: { name: 'hold', payload: { reason: 'part' } }, expected: { to: 'on_hold', patch: { holdReason: 'part' }, effects: ['stop-own-timer'] } },
    { name: 'resume', order: { status: 'on_hold' }, command: { name: 'resume', payload: {} }, expected: { to: 'in_progress', patch: { holdReason: null }, effects: ['start-timer'] } },
    {
      name: 'complete', order: { status: 'in_progress', workStartedAt: hour(-1) }, command: { name: 'complete', payload: found },
      expected: {
        to: 'completed', event: 'completed', effects: ['stop-all-timers', 'acknowledge-alarm'],
        patch: { verdict: 'confirmed', effect: 'averted', modeCode: 'VIB', workStartedAt: hour(-1), workFinishedAt: now, completedBy: 'me', completedAt: now },
      },
    },
    {
      name: 'complete and close in one', order: { status: 'in_progress', workStartedAt: hour(-1) }, command: { name: 'close', payload: found },
      expected: { to: 'closed', event: 'closed', patch: { verdict: 'confirmed', completedAt: now, closedAt: now }, effects: ['stop-all-timers', 'acknowledge-alarm', 'look-again'] },
    },
    { name: 'close what is completed', order: { status: 'completed' }, command: { name: 'close', payload: {} }, expected: { to: 'closed', patch: { closedAt: now }, effects: ['look-again'] } },
    { name: 'verify', order: { status: 'completed' }, command: { name: 'verify', payload: {} }, expected: { to: 'verified', event: 'verified' } },
    { name: 'cancel', order: { status: 'on_hold' }, command: { name: 'cancel', payload: { reason: 'twice', duplicateOf: 'd' } }, expected: { to: 'cancelled', patch: { endReason: 'twice', duplicateOf: 'd', closedAt: now } } },
    {
      name: 'reopen empties the record', order: { status: 'closed', workStartedAt: hour(-3), workFinishedAt: hour(-2) }, command: { name: 'reopen', payload: { reason: 'again' } },
      expected: { to: 'approved', event: 'reopened', patch: { verdict: null, workStartedAt: null, workFinishedAt: null, closedAt: null, completedAt: null }, asLinkedOrder: false },
    },
    { name: 'reopen after costs are posted makes a linked order', order: { status: 'closed', costsPostedAt: hour(-1) }, command: { name: 'reopen', payload: { reason: 'again' } }, expected: { asLinkedOrder: true } },
    {
      name: 'defer: one step up breaks it', order: {}, command: { name: 'defer', payload: { reason: 'next stop', until: hour(48) } },
      expected: { to: 'approved', patch: { deferral: { approver: 'me', reason: 'next stop', until: hour(48).toISOString(), reAlarmPriority: 2 } } },
    },
    { name: 'comment', order: { status: 'cancelled' }, command: { name: 'comment', payload: { text: 'hm' } }, expected: { to: 'cancelled', patch: {}, data: { text: 'hm' } } },
    {
      name: 'accept to close before work', order: { proposeClose: true }, command: { name: 'acceptProposal', payload: { proposal: 'close', accept: true, verdict: 'not-inspected' } },
      expected: { to: 'closed', patch: { status: 'closed', verdict: 'not-inspected', closedAt: now, proposeClose: false }, effects: ['acknowledge-alarm', 'look-again'] },
    },
    { name: 'decline to close', order: { proposeClose: true }, command: { name: 'acceptProposal', payload: { proposal: 'close', accept: false } }, expected: { to: 'approved', patch: { proposeClose: false } } },
    {
      name: 'the repair did not hold', order: { status: 'completed', repairInDoubt: true }, command: { name: 'acceptProposal', payload: { proposal: 'repair-did-not-hold', accept: true } },
      expected: { to: 'approved', patch: { status: 'approved', repairInDoubt: false, verdict: null }, data: { incidentId: 'incident', accept: true } },
    },
    {
      name: 'the repair held', order: { status: 'verified', repairInDoubt: true }, command: { name: 'acceptProposal', payload: { proposal: 'repair-did-not-hold', accept: false } },
      expected: { to: 'verified', patch: { repairInDoubt: false }, data: { incidentId: 'incident', accept: false } },
    },
    {
      name: 'return to service', order: { status: 'closed', functionLostAt: hour(-3), workFinishedAt: hour(-1) },
      command: { name: 'acceptProposal', payload: { proposal: 'return-to-service', accept: true } }, expected: { to: 'closed', patch: { returnedAt: now } },
    },
  ]
  test.each(cases)('$name', ({ order, command, expected }) => {
    expect(run(order, command)).toMatchObject({ ok: true, value: expected })
  })
})

describe('what is refused, and which field is at fault', () => {
  const cases: { name: string; order: Partial<OrderFacts>; command: Command; code: string; field?: string }[] = [
    { name: 'planned end before start', order: { status: 'planned' }, command: { name: 'schedule', payload: { plannedStart: hour(2), plannedEnd: hour(1) } }, code: 'invalid', field: 'plannedEnd' },
    { name: 'put off into the past', order: {}, command: { name: 'defer', payload: { reason: 'why', until: hour(-1) } }, code: 'invalid', field: 'until' },
    { name: 'close without a verdict', order: { status: 'in_progress' }, command: { name: 'close', payload: {} }, code: 'invalid', field: 'verdict' },
    { name: 'accept to close without a verdict', order: { proposeClose: true }, command: { name: 'acceptProposal', payload: { proposal: 'close', accept: true } }, code: 'invalid', field: 'verdict' },
    { name: 'a proposal that is not there', order: { proposeClose: true }, command: { name: 'acceptProposal', payload: { proposal: 'return-to-service', accept: true } }, code: 'illegal-transition' },
    {
      name: 'returned before the work was finished', order: { status: 'closed', functionLostAt: hour(-3), workFinishedAt: hour(-1) },
      command: { name: 'acceptProposal', payload: { proposal: 'return-to-service', accept: true, returnedAt: hour(-2) } }, code: 'invalid', field: 'returnedAt',
    },
  ]
  test.each(cases)('$name', ({ order, command, code, field }) => {
    expect(run(order, command)).toMatchObject({ ok: false, error: { code, facts: field ? { field } : {} } })
  })
})

describe('a second record of work that is over', () => {
  const again = (status: OrderFacts['status'], command: Command, more: Partial<OrderFacts> = {}) => run({ status, ...more }, command)
  test.each([
    { name: 'the same is kept and asks nobody', status: 'closed', payload: { effect: 'averted', verdict: 'confirmed' }, asks: false },
    { name: 'nothing said asks nobody', status: 'completed', payload: {}, asks: false },
    { name: 'another verdict asks', status: 'verified', payload: { verdict: 'nothing-found' }, asks: true },
    { name: 'an item that the first did not name asks', status: 'completed', payload: { itemCode: 'BELT' }, asks: true },
    { name: 'on a cancelled order it always asks', status: 'cancelled', payload: { verdict: 'confirmed' }, asks: true },
  ] as const)('$name', ({ status, payload, asks }) => {
    const decided = again(status, { name: 'complete', payload })
    expect(decided).toMatchObject({ ok: true, value: { to: status, late: true, event: 'second-record', data: { ...payload, late: true }, effects: ['stop-own-timer'] } })
    expect(decided.ok && Object.keys(decided.value.patch)).toEqual(asks ? ['secondRecord'] : [])
    expect(decided.ok && decided.value.data['review']).toEqual(asks ? { kind: 'second-record' } : undefined)
  })
  test('closing with findings is a second record; without, it closes', () => {
    expect(again('completed', { name: 'close', payload: { verdict: 'nothing-found' } })).toMatchObject({ value: { to: 'completed', event: 'second-record' } })
    expect(again('completed', { name: 'close', payload: {} })).toMatchObject({ value: { to: 'closed', event: 'closed' } })
    expect(again('closed', { name: 'close', payload: {} })).toMatchObject({ ok: false, error: { code: 'illegal-transition' } })
  })
  test('is settled one way or the other', () => {
    const secondRecord = { by: 'you', at: now.toISOString(), record: found }
    const settle = (take: 'first' | 'second', status: OrderFacts['status']) => again(status, { name: 'settleRecord', payload: { take } }, { secondRecord })
    expect(settle('first', 'closed')).toMatchObject({ value: { to: 'closed', patch: { secondRecord: null } } })
    expect(settle('second', 'closed')).toMatchObject({ value: { to: 'closed', patch: { secondRecord: null, verdict: 'confirmed', itemCode: 'BLADE', completedBy: 'you' } } })
    expect(settle('second', 'cancelled')).toMatchObject({ ok: false, error: { code: 'illegal-transition' } })
  })
})
