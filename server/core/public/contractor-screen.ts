import type { AttachmentState, Refusal } from '../attachments/attachment.ts'
import type { PlanContent } from '../isolation/plan.ts'
import type { PermitKind } from '../permits/kinds.ts'
import type { PermitStatus } from '../permits/transitions.ts'
import type { Stage } from './stage.ts'

/** ContractorOrder is all that a contractor's link shows: one order, what keeps people safe on it, its documents, and what he himself has said. */
export interface ContractorOrder {
  readonly name: string
  readonly expiresAt: Date
  readonly doneAt: Date | null
  readonly zone: string
  readonly number: string
  readonly title: string
  readonly description: string | null
  readonly stage: Stage
  readonly machine: { readonly tag: string; readonly name: string }
  readonly steps: readonly { readonly title: string; readonly done: boolean }[]
  readonly isolation: { readonly phase: 'isolating' | 'isolated' | 'lifted' | 'ended'; readonly content: PlanContent } | null
  /** What an isolation would follow. */
  readonly plan: { readonly content: PlanContent } | null
  readonly permits: readonly ContractorPermit[]
  readonly files: readonly { readonly id: string; readonly name: string; readonly state: AttachmentState; readonly isPicture: boolean }[]
  readonly said: readonly { readonly at: string; readonly text: string }[]
}

/** ContractorPermit is a permit as a contractor sees it; times are ISO. */
export interface ContractorPermit {
  readonly number: string
  readonly kind: PermitKind
  readonly status: PermitStatus
  readonly expired: boolean
  readonly work: string
  readonly from: string
  readonly to: string
}

/** ContractorIssue is what keeps a contractor's message from being taken. */
export type ContractorIssue = 'empty' | 'too-long' | 'files-too-large' | 'too-many-files' | 'file-refused' | 'foreign'

/** ContractorScreen is what a contractor's link shows. */
export type ContractorScreen =
  | { readonly kind: 'order'; readonly order: ContractorOrder; readonly opId: string; readonly text: string; readonly issue: ContractorIssue | null; readonly refusal: Refusal | null }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'closed' }
