import type { OrderSentence } from './order-sentences.ts'
import type { OrderFacts } from './order.ts'
import { approvedByPolicy } from './policy.ts'
import { openProposals } from './proposals.ts'

/** GuardName names a condition that an order must meet beside its status. */
export type GuardName = 'approval-outstanding' | 'no-verification' | 'not-safety' | 'proposal-open' | 'second-record'

/** GUARDS is each condition with what is said to a person when it is not met. */
export const GUARDS: Readonly<Record<GuardName, { readonly passes: (order: OrderFacts) => boolean; readonly otherwise: OrderSentence }>> = {
  'approval-outstanding': { passes: (order) => order.breakIn && order.approvedBy === null && !approvedByPolicy(order), otherwise: 'has-approval' },
  'no-verification': {
    passes: (order) => !order.verificationRequired,
    otherwise: 'verify-first',
  },
  'not-safety': { passes: (order) => !order.safety, otherwise: 'safety' },
  'second-record': { passes: (order) => order.secondRecord !== null, otherwise: 'no-second-record' },
  'proposal-open': { passes: (order) => openProposals(order).length > 0, otherwise: 'nothing-proposed' },
}
