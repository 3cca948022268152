import { describe, expect, test } from 'vitest'
import type { OrderFacts } from './order.ts'
import { dueAt } from './priority.ts'
import { ticketPatch, type TicketChange } from './ticket-change.ts'
import type { Episode } from './ticket-policy.ts'

const NOW = new Date('2026-05-01T06:00:00Z')
const ORDER: OrderFacts & { dueAt: Date | null } = {
  status: 'approved', kind: 'predictive', source: 'condition', priority: 3, failureMode: 'OHE', safety: false, verificationRequired: false, breakIn: false, approvedBy: null,
  assigneeId: null, proposeClose: false, repairInDoubt: false, incidentId: 'i', functionLostAt: null, workStartedAt: null, workFinishedAt: null, returnedAt: null,
  costsPostedAt: null, completedAt: null, closedAt: null, secondRecord: null, dueAt: null,
}
const RAISED = { priority: 1, dueAt: dueAt(1, NOW) }

describe('ticketPatch', () => {
  test.each<[string, TicketChange, Partial<OrderFacts>, Pick<Episode, 'state' | 'priority'>, object]>([
    ['evidence alone changes nothing', 'append-evidence', {}, { state: 'open', priority: 3 }, {}],
    ['evidence that it goes on withdraws the proposal to close', 'append-evidence', { proposeClose: true }, { state: 'open', priority: 3 }, { proposeClose: false }],
    ['a worse episode raises the order and ends a deferral', 'raise-priority', {}, { state: 'open', priority: 1 }, { ...RAISED, deferral: null }],
    ['a worse episode approves a request that policy approves', 'raise-priority', { status: 'requested', priority: 4 }, { state: 'open', priority: 1 }, { ...RAISED, deferral: null, status: 'approved' }],
    ['an episode that is over proposes to close', 'propose-close', {}, { state: 'resolved', priority: 3 }, { proposeClose: true }],
    ['a worse episode heard of only when it is over raises the order too', 'propose-close', {}, { state: 'resolved', priority: 1 }, { ...RAISED, proposeClose: true }],
    ['a worse one that came and went while closing is proposed raises it too', 'append-evidence', { proposeClose: true }, { state: 'resolved', priority: 1 }, RAISED],
    ['one that went away during the work changes nothing', 'append-evidence', { status: 'in_progress' }, { state: 'resolved', priority: 1 }, {}],
    ['a relapse puts the repair in doubt', 'ask-repair-did-not-hold', {}, { state: 'open', priority: 1 }, { repairInDoubt: true }],
  ])('%s', (_, change, order, episode, expected) => expect(ticketPatch(change, { ...ORDER, ...order }, episode, NOW)).toEqual(expected))
})
