import type { AssetStatus } from '#server/core/assets/status.ts'

/** ValueView is a measured value with its unit (UCUM) and age in ms. */
export interface ValueView {
  readonly value: number
  readonly unit: string
  readonly ageMs: number
}

/** Situation is one thing that needs someone: an open incident, an order past its date, or a source that went silent. */
export interface Situation {
  readonly kind: 'incident' | 'order' | 'source'
  readonly id: string
  readonly priority: number
  readonly acknowledged: boolean
  readonly assetId: string
  /** The machine's tag, or the name of a source that went silent. */
  readonly assetTag: string
  readonly assetName: string
  readonly criticality: string
  readonly line: string | null
  readonly failureMode: { readonly code: string; readonly name: string } | null
  readonly consequence: string | null
  readonly since: string
  readonly value: ValueView | null
  readonly limit: number | null
  readonly spark: readonly (readonly [t: number, value: number])[]
  readonly order: { readonly id: string; readonly number: string; readonly status: string; readonly assignee: string | null } | null
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
  readonly fleet: readonly FleetLine[]
  readonly changes: readonly ChangeView[]
}
