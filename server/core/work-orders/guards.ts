import type { OrderFacts } from './order.ts'
import { approvedByPolicy } from './policy.ts'
import { openProposals } from './proposals.ts'

/** GuardName names a condition that an order must meet beside its status. */
export type GuardName = 'approval-outstanding' | 'no-verification' | 'not-safety' | 'proposal-open'

/** GUARDS is each condition with the words for a person when it is not met. */
export const GUARDS: Readonly<Record<GuardName, { readonly passes: (order: OrderFacts) => boolean; readonly otherwise: string }>> = {
  'approval-outstanding': { passes: (order) => order.breakIn && order.approvedBy === null && !approvedByPolicy(order), otherwise: 'This order has its approval.' },
  'no-verification': {
    passes: (order) => !order.verificationRequired,
    otherwise: 'Someone else must verify this work before the order is closed.',
  },
  'not-safety': { passes: (order) => !order.safety, otherwise: 'A safety-related problem cannot be put off.' },
  'proposal-open': { passes: (order) => openProposals(order).length > 0, otherwise: 'Nothing is proposed on this order.' },
}
