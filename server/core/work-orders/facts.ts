import type { CommandName, WorkOrderStatus } from './enums.ts'

/** OVER are the states in which the work is done or will not be done: what is told of it then comes late. */
export const OVER = ['completed', 'verified', 'closed', 'rejected', 'cancelled'] as const satisfies readonly WorkOrderStatus[]

/** isOver tells whether the work is done or will not be done. */
export const isOver = (status: WorkOrderStatus): boolean => (OVER as readonly WorkOrderStatus[]).includes(status)

/**
 * FACTS are the commands that tell what has happened in the plant: a part was taken, time was worked, a value was read. Whatever became of the order
 * meanwhile, they are kept; all others say what shall become of the order, and may be refused.
 */
export const FACTS: readonly CommandName[] = ['usePart', 'returnPart', 'logTime', 'correctTime', 'recordDowntime', 'answerTask', 'answerRest', 'comment', 'attach', 'raiseFollowUp']

const AT_ANY_TIME: readonly CommandName[] = ['comment', 'attach']

/** LatenessOf is what an order says of its end. */
interface LatenessOf {
  readonly status: WorkOrderStatus
  readonly completedAt: Date | null
  readonly closedAt: Date | null
}

/**
 * isLate tells whether a command is a late entry: a fact about work that is over. It is kept and marked, and changes nothing of the record.
 * A comment or a file may be added to old work at any time; it is late when it was added before the end and arrived after it.
 */
export function isLate(order: LatenessOf, command: CommandName, at: Date): boolean {
  if (!isOver(order.status) || !FACTS.includes(command)) return false
  const end = order.completedAt ?? order.closedAt
  return !AT_ANY_TIME.includes(command) || (end !== null && at < end)
}
