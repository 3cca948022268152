import { DAY_MS } from '../kernel/time.ts'
import type { WorkOrderStatus } from '../work-orders/enums.ts'

/** Stage is what somebody without an account is told of the work on his report. */
export type Stage = 'received' | 'looked-at' | 'in-work' | 'done' | 'rejected' | 'ended'

const STAGES: Readonly<Record<WorkOrderStatus, Stage>> = {
  requested: 'received', approved: 'looked-at', planned: 'looked-at', scheduled: 'looked-at', in_progress: 'in-work', on_hold: 'in-work',
  completed: 'done', verified: 'done', closed: 'done', rejected: 'rejected', cancelled: 'ended',
}

/** STATUS_DAYS is how long a status link opens after the end. */
const STATUS_DAYS = 90

/** stageOf is the stage of an order's status. */
export const stageOf = (status: WorkOrderStatus): Stage => STAGES[status]

/** isOver tells whether nothing more comes after a stage. */
const isOver = (stage: Stage): boolean => stage === 'done' || stage === 'rejected' || stage === 'ended'

/** StageChange is a change of an order's status, as its history has it. */
export interface StageChange {
  readonly at: Date
  readonly to: WorkOrderStatus
}

/** since is when an order came into the stage it is in, by its history (the oldest first); null when the history does not say. */
export function since(stage: Stage, changes: readonly StageChange[]): Date | null {
  let at: Date | null = null
  for (const change of changes) at = stageOf(change.to) === stage ? (at ?? change.at) : null
  return at
}

/** linkIsOver tells whether a status link has expired: 90 days after the end. */
export const linkIsOver = (stage: Stage, at: Date, now: Date): boolean => isOver(stage) && now.getTime() - at.getTime() > STATUS_DAYS * DAY_MS
