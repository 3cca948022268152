import type { BaselineFinding } from '#server/core/condition/baseline-check.ts'
import type { FloodNow } from '#server/modules/incidents/index.ts'
import type { FailureModeView } from '#server/core/assets/failure-mode.ts'
import type { AssetStatus } from '#server/core/assets/status.ts'
import type { Question } from '#server/core/work-orders/questions.ts'
import type { TicketKind } from '#server/core/work-orders/ticket-kind.ts'
import type { OrderText } from '#server/core/work-orders/ticket-text.ts'
import type { RestartView } from './baseline-questions.ts'

/** ValueView is a measured value with its unit (UCUM) and age in ms. */
export interface ValueView {
  readonly value: number
  readonly unit: string
  readonly ageMs: number
}

/** SituationOrder is the order that a situation is about, or that was raised from it. */
export interface SituationOrder {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly text: OrderText | null
  readonly status: string
  readonly assignee: string | null
  readonly dueAt: string | null
  readonly createdBy: string | null
  readonly completedBy: string | null
}

/** BaselineSituation is a new baseline that a person must decide about: what is wrong with it, what was done before, and what the value used to be. */
export interface BaselineSituation extends Pick<RestartView, 'activity' | 'item' | 'order'> {
  readonly finding: BaselineFinding
  readonly was: number | null
}

/** Situation is one thing that needs someone: an open incident, an order that asks a question or is past its date, a source that went silent, or a new baseline. */
export interface Situation {
  readonly kind: 'incident' | 'order' | 'source' | 'baseline'
  readonly id: string
  readonly priority: number
  readonly acknowledged: boolean
  /** What the order asks of this person; null when it asks nothing, or nothing that he may answer. */
  readonly question: Question | null
  /** Nothing is at stake any more: only the answer is missing. */
  readonly settled: boolean
  readonly assetId: string
  /** The machine's tag, or the name of a source that went silent. */
  readonly assetTag: string
  readonly assetName: string
  readonly criticality: string
  readonly line: string | null
  readonly failureMode: FailureModeView | null
  /** When it began: the breach, the question, the date that passed, the silence. */
  readonly since: string
  /** What the rule found; null where there is no incident. */
  readonly found: TicketKind | null
  /** The newest value of the point, or how far that went which the rule judges instead. */
  readonly value: ValueView | null
  readonly limit: number | null
  /** Whether the limit is one of the point's value, so that it may be drawn into its course. */
  readonly limitOfPoint: boolean
  /** On which side of the limit it is broken. */
  readonly direction: 'above' | 'below'
  readonly spark: readonly (readonly [t: number, value: number])[]
  readonly order: SituationOrder | null
  /** What was learnt since a repair and asks for a decision; null for anything else. */
  readonly baseline: BaselineSituation | null
}

/** FleetLine is a line of the plant with its machines. */
export interface FleetLine {
  readonly line: string | null
  readonly assets: readonly {
    readonly id: string
    readonly tag: string
    readonly name: string
    readonly status: AssetStatus
    readonly priority: number | null
    readonly acknowledged: boolean
    readonly value: ValueView | null
  }[]
}

/** ChangeView is something that happened in the last 24 hours. */
export interface ChangeView {
  readonly at: string
  readonly kind: 'opened' | 'resolved' | 'order'
  /** A message key with what stands in it. */
  readonly text: { readonly key: string; readonly params: Readonly<Record<string, string | null>> }
  readonly href: string | null
}

/** OverviewView answers "what needs me now?". */
export interface OverviewView {
  readonly now: string
  readonly situations: readonly Situation[]
  /** The floods of alarms that are running. */
  readonly floods: readonly FloodNow[]
  readonly fleet: readonly FleetLine[]
  readonly changes: readonly ChangeView[]
}
