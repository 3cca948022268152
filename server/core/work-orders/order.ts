import type { CompletionRecord } from './completion.ts'
import type { Deferral } from './deferral.ts'
import type { HoldReason, WorkOrderKind, WorkOrderSource, WorkOrderStatus } from './enums.ts'
import type { EditableFields } from './merge.ts'
import type { Priority } from './priority.ts'
import type { SecondRecord } from './second-record.ts'

/** OrderFacts is what the transition table and the commands need to know of an order. */
export interface OrderFacts {
  readonly status: WorkOrderStatus
  readonly kind: WorkOrderKind
  readonly source: WorkOrderSource
  readonly priority: Priority
  readonly failureMode: string | null
  readonly safety: boolean
  readonly verificationRequired: boolean
  readonly breakIn: boolean
  readonly approvedBy: string | null
  readonly assigneeId: string | null
  readonly proposeClose: boolean
  readonly repairInDoubt: boolean
  readonly incidentId: string | null
  readonly functionLostAt: Date | null
  readonly workStartedAt: Date | null
  readonly workFinishedAt: Date | null
  readonly returnedAt: Date | null
  readonly costsPostedAt: Date | null
  readonly completedAt: Date | null
  readonly closedAt: Date | null
  /** What somebody else recorded of the same work, until it is decided which record holds. */
  readonly secondRecord: SecondRecord | null
}

/** OrderPatch is what a command changes on an order; null empties a field. */
export type OrderPatch = {
  -readonly [Field in keyof CompletionRecord]?: CompletionRecord[Field] | null
} & {
  -readonly [Field in Exclude<keyof EditableFields, keyof CompletionRecord>]?: EditableFields[Field]
} & {
  status?: WorkOrderStatus
  breakIn?: boolean
  approvedBy?: string | null
  assigneeId?: string | null
  teamId?: string | null
  plannedStart?: Date | null
  plannedEnd?: Date | null
  holdReason?: HoldReason | null
  deferral?: Deferral | null
  repairInDoubt?: boolean
  proposeClose?: boolean
  completedBy?: string | null
  completedAt?: Date | null
  closedAt?: Date | null
  endReason?: string | null
  duplicateOf?: string | null
  assetId?: string
  /** null: what the system wrote no longer holds, a person wrote something else. */
  text?: null
  secondRecord?: SecondRecord | null
}
