import type { ProposalName } from './commands.ts'
import { isNotStarted } from './enums.ts'
import type { OrderFacts } from './order.ts'

/**
 * openProposals lists what the system asks a person: to close an order whose problem went away before work began, whether a repair
 * did not hold, and to return a machine that had lost its function to service after the work.
 */
export function openProposals(order: Pick<OrderFacts, 'status' | 'proposeClose' | 'repairInDoubt' | 'functionLostAt' | 'returnedAt'>): ProposalName[] {
  const done = order.status === 'completed' || order.status === 'verified'
  const proposals: ProposalName[] = []
  if (order.proposeClose && isNotStarted(order.status)) proposals.push('close')
  if (order.repairInDoubt && done) proposals.push('repair-did-not-hold')
  if (order.functionLostAt && !order.returnedAt && (done || order.status === 'closed')) proposals.push('return-to-service')
  return proposals
}
