import { DAY_MS } from '../kernel/time.ts'
import type { Permission } from '../people/permissions.ts'
import type { CommandName, WorkOrderStatus } from './enums.ts'
import type { OrderFacts } from './order.ts'
import { openProposals } from './proposals.ts'
import { allowedCommands } from './transitions.ts'

/** QUESTIONS are what an order can ask of a person beside the work itself, the most pressing first. */
export const QUESTIONS = ['repair-did-not-hold', 'return-to-service', 'close', 'approve', 'approve-late', 'verify', 'finish'] as const
export type Question = (typeof QUESTIONS)[number]

/** LATE_APPROVAL_MS is how long after its end an order that was begun without approval still asks for it: 7 days. */
export const LATE_APPROVAL_MS = 7 * DAY_MS

/** isSettled tells whether nothing is at stake any more, so that the question can wait behind what still stands. */
export const isSettled = (question: Question): boolean => question === 'finish' || question === 'close'

const ANSWERED_BY: Readonly<Record<Question, CommandName>> = {
  'repair-did-not-hold': 'acceptProposal', 'return-to-service': 'acceptProposal', close: 'acceptProposal', approve: 'approve', 'approve-late': 'approve', verify: 'verify', finish: 'close',
}

const DONE: readonly WorkOrderStatus[] = ['completed', 'verified']

function asks(order: OrderFacts & { readonly closedAt: Date | null }, question: Question, now: Date): boolean {
  switch (question) {
    case 'repair-did-not-hold': case 'return-to-service': case 'close':
      return openProposals(order).includes(question)
    case 'approve':
      return order.status === 'requested'
    case 'approve-late':
      return order.status !== 'requested' && (order.closedAt === null || now.getTime() - order.closedAt.getTime() < LATE_APPROVAL_MS)
    case 'verify':
      return order.verificationRequired
    case 'finish':
      return DONE.includes(order.status)
  }
}

/** questionOf is the most pressing question of an order that a person who holds these permissions at its site may answer now; null when there is none. */
export function questionOf(order: OrderFacts & { readonly closedAt: Date | null }, now: Date, holds: (permission: Permission) => boolean): Question | null {
  const allowed = allowedCommands(order, holds)
  return QUESTIONS.find((question) => allowed.includes(ANSWERED_BY[question]) && asks(order, question, now)) ?? null
}
