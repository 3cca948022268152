import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../kernel/time.ts'
import { ROLE_PERMISSIONS, type Permission, type Role } from '../people/permissions.ts'
import { orderFacts } from './order.fixture.ts'
import type { OrderFacts } from './order.ts'
import { LATE_APPROVAL_MS, questionOf, type Question } from './questions.ts'

const NOW = new Date('2026-11-26T10:00:00Z')
const ago = (ms: number): Date => new Date(NOW.getTime() - ms)
type Asking = OrderFacts & { closedAt: Date | null }
const asking = (given: Partial<Asking> = {}): Asking => ({ ...orderFacts(), closedAt: null, ...given })
const of = (role: Role) => (permission: Permission): boolean => ROLE_PERMISSIONS[role].includes(permission)
const ask = (given: Partial<Asking>, role: Role = 'admin'): Question | null => questionOf(asking(given), NOW, of(role))

const manual = { source: 'manual', kind: 'corrective' } as const
const unapproved = { ...manual, breakIn: true, approvedBy: null } as const

describe('questionOf', () => {
  test.each<[string, Partial<Asking>, Question | null]>([
    ['nothing while work is to be done', {}, null],
    ['a report waits for approval', { ...manual, status: 'requested' }, 'approve'],
    ['its problem went away before work', { proposeClose: true }, 'close'],
    ['a report that went away is asked about, not approved', { ...manual, status: 'requested', proposeClose: true }, 'close'],
    ['not once work has begun', { proposeClose: true, status: 'in_progress' }, null],
    ['begun without approval', { ...unapproved, status: 'in_progress' }, 'approve-late'],
    ['begun without a person, but approved by policy', { breakIn: true, status: 'in_progress' }, null],
    ['ended without approval, lately', { ...unapproved, status: 'closed', closedAt: ago(DAY_MS) }, 'approve-late'],
    ['ended without approval, long ago', { ...unapproved, status: 'closed', closedAt: ago(LATE_APPROVAL_MS) }, null],
    ['done, and to be closed', { status: 'completed' }, 'finish'],
    ['done, and to be verified first', { status: 'completed', verificationRequired: true }, 'verify'],
    ['verified, and to be closed', { status: 'verified', verificationRequired: true }, 'finish'],
    ['the fault came back after the repair', { status: 'completed', repairInDoubt: true }, 'repair-did-not-hold'],
    ['repaired, but not back in service', { status: 'closed', functionLostAt: ago(DAY_MS), closedAt: NOW }, 'return-to-service'],
    ['the doubt comes before the rest', { ...unapproved, status: 'completed', repairInDoubt: true, functionLostAt: ago(DAY_MS) }, 'repair-did-not-hold'],
  ])('%s', (_name, given, expected) => {
    expect(ask(given)).toBe(expected)
  })

  test.each<[Role, Partial<Asking>, Question | null]>([
    ['technician', { proposeClose: true }, 'close'],
    ['manager', { proposeClose: true }, null],
    ['manager', { ...manual, status: 'requested' }, 'approve'],
    ['technician', { ...manual, status: 'requested' }, null],
    ['reliability-engineer', { status: 'completed', verificationRequired: true }, 'verify'],
    ['technician', { status: 'completed', verificationRequired: true }, null],
    ['storekeeper', { status: 'completed', repairInDoubt: true }, null],
    // Who may not answer the most pressing one is asked what he may answer.
    ['manager', { ...unapproved, status: 'completed', repairInDoubt: true }, 'approve-late'],
  ])('%s', (role, given, expected) => {
    expect(ask(given, role)).toBe(expected)
  })
})
