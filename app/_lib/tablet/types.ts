import type { Position } from '#server/core/assets/position.ts'
import type { TabletShift } from '#server/core/handover/on-tablet.ts'
import type { TabletSafety } from '#server/core/isolation/on-tablet.ts'
import type { Grant } from '#server/core/people/actor.ts'
import type { Outputs } from '../trpc/types.ts'

/** OrderView is one order with everything its page shows. */
export type OrderView = Outputs['workOrders']['get']

/** TabletFile is a photo, voice note or file of an order; its bytes are asked for when they are looked at. */
export type TabletFile = Outputs['attachments']['list'][number]

/** GuardedOrder is an order with its isolation and permits; null, or left out where an earlier build kept it, where there are none. */
export type GuardedOrder = OrderView & { readonly safety?: TabletSafety | null }

/** TabletOrder is an order as the tablet keeps it; the stamp changes whenever its page or its safety does. */
export type TabletOrder = GuardedOrder & { readonly stamp: string; readonly mine: boolean; /** Missing on what an earlier edition kept. */ readonly files?: readonly TabletFile[] }

/** TabletAsset is a position of the plant, to find a scanned code without a network. */
export type TabletAsset = Position

/** TabletPerson is somebody who works on this tablet, with what he may do where. */
export interface TabletPerson {
  readonly id: string
  readonly name: string
  readonly locale: string
  readonly orgId: string
  readonly grants: readonly Grant[]
}

/** TabletPart is a part of the stores' list, to be found without a network. */
export interface TabletPart {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly unit: string
  readonly bin: string | null
}

/** Pulled is what the server tells that the tablet did not have. */
export interface Pulled {
  readonly wipe: boolean
  readonly at: string
  readonly person: TabletPerson
  readonly scope: readonly { readonly id: string; readonly stamp: string; readonly mine: boolean }[]
  readonly orders: readonly TabletOrder[]
  readonly more: boolean
  readonly assets: { readonly stamp: string; readonly rows: readonly TabletAsset[] } | null
  readonly parts: { readonly stamp: string; readonly rows: readonly TabletPart[] } | null
  readonly shift: TabletShift | null
}
