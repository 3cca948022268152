import { describe, expect, test } from 'vitest'
import { PERMISSIONS, ROLE_PERMISSIONS, type Permission, type Role } from '../people/permissions.ts'
import { COMMANDS, WORK_ORDER_STATUSES, type CommandName, type WorkOrderStatus } from './enums.ts'
import { orderFacts } from './order.fixture.ts'
import { allowedCommands, checkTransition, TRANSITIONS } from './transitions.ts'

const everything = (): boolean => true

/** What each state allows, written out from the domain reference and not from the table under test: command -> new state. */
const S = 'same'
const HIDDEN = { answerTask: S, answerRest: S } as const
/** Work that is over takes in a second record, and lets it be decided which holds. */
const AGAIN = { complete: S, settleRecord: S } as const
const PLAN = { edit: S, planPart: S, moveAsset: S, meToo: S } as const
/** What has happened is kept in every state; a step is offered to be answered only while there is work. */
const FACT = { attach: S, detach: S, raiseFollowUp: S, usePart: S, returnPart: S, logTime: S, correctTime: S, recordDowntime: S } as const
const WORK: readonly WorkOrderStatus[] = ['in_progress', 'on_hold']
const offered = (status: WorkOrderStatus): string[] => Object.keys(EXPECTED[status]).filter((name) => WORK.includes(status) || !(name in HIDDEN || name === 'complete')).sort(byCommand)
const EXPECTED: Record<WorkOrderStatus, Partial<Record<CommandName, WorkOrderStatus | typeof S>>> = {
  requested: { approve: 'approved', reject: 'rejected', assign: S, start: 'in_progress', cancel: 'cancelled', defer: S, comment: S, acceptProposal: S, ...PLAN, ...FACT, ...HIDDEN },
  approved: { plan: 'planned', assign: S, start: 'in_progress', cancel: 'cancelled', defer: S, comment: S, acceptProposal: S, ...PLAN, ...FACT, ...HIDDEN },
  planned: { plan: 'planned', schedule: 'scheduled', assign: S, start: 'in_progress', cancel: 'cancelled', defer: S, comment: S, acceptProposal: S, ...PLAN, ...FACT, ...HIDDEN },
  scheduled: { schedule: 'scheduled', assign: S, start: 'in_progress', cancel: 'cancelled', defer: S, comment: S, acceptProposal: S, ...PLAN, ...FACT, ...HIDDEN },
  in_progress: {
    approve: S, assign: S, hold: 'on_hold', carryRest: 'completed', joinTimer: S, stopTimer: S, complete: 'completed', close: 'closed', cancel: 'cancelled', comment: S, ...HIDDEN,
    ...PLAN, ...FACT,
  },
  on_hold: { approve: S, assign: S, resume: 'in_progress', stopTimer: S, cancel: 'cancelled', defer: S, comment: S, ...HIDDEN, ...PLAN, ...FACT },
  completed: { approve: S, verify: 'verified', close: 'closed', reopen: 'approved', comment: S, acceptProposal: S, edit: S, ...FACT, ...HIDDEN, ...AGAIN },
  verified: { approve: S, close: 'closed', reopen: 'approved', comment: S, acceptProposal: S, edit: S, ...FACT, ...HIDDEN, ...AGAIN },
  closed: { approve: S, reopen: 'approved', comment: S, acceptProposal: S, ...FACT, ...HIDDEN, ...AGAIN },
  rejected: { comment: S, ...FACT, ...HIDDEN, ...AGAIN },
  cancelled: { comment: S, ...FACT, ...HIDDEN, ...AGAIN },
}

// Facts under which every guard passes.
const willing = (status: WorkOrderStatus) =>
  orderFacts({ status, kind: 'corrective', source: 'request', breakIn: true, proposeClose: true, repairInDoubt: true, functionLostAt: new Date(0), secondRecord: { by: null, at: '', record: {} } })

describe('every status with every command', () => {
  const cases = WORK_ORDER_STATUSES.flatMap((status) => COMMANDS.map((command) => ({ status, command, to: EXPECTED[status][command] })))
  test('the cases are complete', () => expect(cases).toHaveLength(11 * 34))
  test.each(cases)('$status + $command -> $to', ({ status, command, to }) => {
    const result = checkTransition(willing(status), command, everything)
    if (to === undefined) {
      expect(result).toMatchObject({ ok: false, error: { code: 'illegal-transition', facts: { from: status, command, allowed: offered(status) } } })
    } else {
      expect(result).toMatchObject({ ok: true, value: { to } })
    }
  })
})

const byCommand = (a: string, b: string): number => COMMANDS.indexOf(a as CommandName) - COMMANDS.indexOf(b as CommandName)

test('a pair stands in one row only', () => {
  const pairs = TRANSITIONS.flatMap((row) => row.from.map((from) => `${from}:${row.command}`))
  expect(new Set(pairs).size).toBe(pairs.length)
})

test('an illegal command says in words what is possible', () => {
  const result = checkTransition(orderFacts({ status: 'on_hold' }), 'complete', everything)
  expect(result).toMatchObject({ ok: false, error: { message: expect.stringMatching(/on hold.*resume.*cancel/) } })
})

describe('guards', () => {
  test.each([
    { name: 'work that must be verified is not closed before', order: { status: 'completed', verificationRequired: true }, command: 'close' },
    { name: 'nor completed and closed in one', order: { status: 'in_progress', verificationRequired: true }, command: 'close' },
    { name: 'approval afterwards needs a break-in', order: { status: 'in_progress', breakIn: false, kind: 'corrective' }, command: 'approve' },
    { name: 'approval afterwards is given once', order: { status: 'in_progress', breakIn: true, approvedBy: 'p', kind: 'corrective' }, command: 'approve' },
    { name: 'what policy approves needs no approval afterwards', order: { status: 'in_progress', breakIn: true, kind: 'predictive', priority: 3 }, command: 'approve' },
    { name: 'a safety-related problem is not put off', order: { status: 'approved', safety: true }, command: 'defer' },
    { name: 'no proposal, no answer', order: { status: 'approved', proposeClose: false }, command: 'acceptProposal' },
  ] as const)('$name', ({ order, command }) => {
    expect(checkTransition(orderFacts(order), command, everything)).toMatchObject({ ok: false, error: { code: 'illegal-transition' } })
    expect(allowedCommands(orderFacts(order), everything)).not.toContain(command)
  })
  test('verified work is closed even where verification is required', () => {
    expect(checkTransition(orderFacts({ status: 'verified', verificationRequired: true }), 'close', everything)).toMatchObject({ ok: true })
  })
})

const facts = Object.keys(FACT) as (keyof typeof FACT)[]

describe('permissions', () => {
  const holdsOf = (role: Role) => (permission: Permission) => ROLE_PERMISSIONS[role].includes(permission)
  test.each([
    ['technician', 'requested', ['start', 'comment', 'edit', 'moveAsset', 'meToo', ...facts]],
    ['technician', 'scheduled', ['start', 'comment', 'edit', 'moveAsset', 'meToo', ...facts]],
    ['technician', 'in_progress', ['hold', 'joinTimer', 'stopTimer', 'complete', 'close', 'comment', 'answerTask', 'edit', 'answerRest', 'moveAsset', 'meToo', 'carryRest', ...facts]],
    ['technician', 'closed', ['comment', ...facts]],
    ['contractor', 'approved', ['comment', 'moveAsset', ...facts]],
    ['contractor', 'scheduled', ['start', 'comment', 'moveAsset', ...facts]],
    ['contractor', 'in_progress', ['hold', 'joinTimer', 'stopTimer', 'complete', 'comment', 'answerTask', 'answerRest', 'moveAsset', 'carryRest', ...facts]],
    ['planner', 'approved', ['plan', 'assign', 'cancel', 'comment', 'attach', 'detach', 'edit', 'planPart', 'meToo']],
    ['supervisor', 'requested', ['approve', 'reject', 'assign', 'start', 'cancel', 'defer', 'comment', 'edit', 'planPart', 'moveAsset', 'meToo', ...facts]],
    ['requester', 'in_progress', ['meToo']],
    ['storekeeper', 'in_progress', ['comment', 'attach', 'detach', 'meToo']],
  ] as const)('%s on %s', (role, status, commands) => {
    expect(allowedCommands(orderFacts({ status }), holdsOf(role)).toSorted(byCommand)).toEqual([...commands].sort(byCommand))
  })
  test('break-in is a permission of its own', () => {
    const holds = (permission: Permission) => permission !== 'work-order.break-in'
    for (const status of ['requested', 'approved', 'planned'] as const)
      expect(checkTransition(orderFacts({ status }), 'start', holds)).toMatchObject({ ok: false, error: { code: 'forbidden', facts: { missing: ['work-order.break-in'] } } })
    expect(checkTransition(orderFacts({ status: 'scheduled' }), 'start', holds)).toMatchObject({ ok: true })
  })
  test('every permission of the table exists and nobody without permissions can do anything', () => {
    for (const row of TRANSITIONS) for (const permission of row.permissions) expect(PERMISSIONS).toContain(permission)
    for (const status of WORK_ORDER_STATUSES) expect(allowedCommands(willing(status), () => false)).toEqual([])
  })
})
