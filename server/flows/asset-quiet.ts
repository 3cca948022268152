import { MAINTAINED_LEVELS, quietWhile } from '#server/core/assets/maintenance.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import type { AssetRecord } from '#server/modules/assets/index.ts'
import type { HandsOn } from '#server/modules/work-orders/index.ts'

/** AssetQuiet is what keeps a machine's alarms quiet, now or later; times are ISO. */
export interface AssetQuiet {
  readonly windows: readonly {
    readonly id: string
    /** planned: a standstill that was agreed on; declared: somebody is at work, and may take it back. */
    readonly kind: 'planned' | 'declared'
    readonly from: string
    readonly to: string
    readonly reason: string
    readonly by: string | null
    /** The machine it was declared for, when that is the one which this position is a part of. */
    readonly machine: { readonly id: string; readonly tag: string } | null
  }[]
  /** People whose timer runs on an order of it, and when their work stops keeping alarms quiet at the latest. */
  readonly work: readonly { readonly order: string; readonly person: string; readonly since: string; readonly until: string }[]
  /** True when the reader may declare it under maintenance or take that back. */
  readonly mayDeclare: boolean
}

/** quietOf tells what keeps a position's alarms quiet, now or later. */
export function quietOf(actor: Actor, { asset, windows }: AssetRecord, work: readonly HandsOn[]): AssetQuiet {
  return {
    windows: windows.map(({ id, kind, fromAt, toAt, reason, assetId, assetTag, byName }) => ({
      id, kind: kind === 'declared' ? 'declared' : 'planned', from: fromAt.toISOString(), to: toAt.toISOString(), reason, by: byName,
      machine: assetId === asset.id ? null : { id: assetId, tag: assetTag },
    })),
    work: work.map(({ orderNo, personName, startedAt }) => ({
      order: formatNumber(orderNo), person: personName, since: startedAt.toISOString(), until: new Date(quietWhile(startedAt.getTime(), null).to).toISOString(),
    })),
    mayDeclare: MAINTAINED_LEVELS.includes(asset.level) && can(actor, 'incident.handle', asset.siteId),
  }
}
