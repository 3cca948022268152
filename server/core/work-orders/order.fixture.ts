import type { OrderFacts } from './order.ts'

/** orderFacts makes the facts of a predictive order of medium priority for tests; anything can be set. */
export const orderFacts = (facts: Partial<OrderFacts> = {}): OrderFacts => ({
  status: 'approved', kind: 'predictive', source: 'condition', priority: 3, failureMode: 'VIB', safety: false, verificationRequired: false, breakIn: false,
  approvedBy: null, assigneeId: null, proposeClose: false, repairInDoubt: false, incidentId: 'incident', functionLostAt: null, workStartedAt: null,
  workFinishedAt: null, returnedAt: null, costsPostedAt: null, completedAt: null, closedAt: null, secondRecord: null,
  ...facts,
})
