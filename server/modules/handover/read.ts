import { byUrgency, isPast, RISKS, type HandoverContent } from '#server/core/handover/handover.ts'
import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newestHandovers, type StoredHandover } from './handover.repo.ts'
import { areasOf, namesOf } from './place.repo.ts'
import { standingRepairs } from './repairs.repo.ts'

const SHOWN = 20

type Named = { readonly id: string; readonly name: string }

/** HandoverView is a handover as it is shown, with what was frozen when it was signed. */
export interface HandoverView {
  readonly id: string
  readonly shift: string
  readonly text: string
  readonly signedBy: Named
  readonly signedAt: string
  readonly acknowledged: { readonly by: Named; readonly at: string; readonly note: string | null } | null
  readonly content: HandoverContent
  /** True when the reader may take it over: it waits, and he did not sign it. */
  readonly mayAcknowledge: boolean
}

/** RepairView is a temporary repair that stands. */
export interface RepairView {
  readonly id: string
  readonly what: string
  readonly risk: (typeof RISKS)[number]
  readonly riskNote: string | null
  readonly asset: { readonly id: string; readonly tag: string; readonly name: string }
  readonly owner: Named
  readonly madeAt: string
  readonly expiresAt: string
  readonly past: boolean
  readonly order: { readonly number: string; readonly status: string } | null
  readonly mayChange: boolean
}

/** HandoverBoard is what people need at the change of shifts: the newest handovers, the temporary repairs that stand, and the places to hand over. */
export interface HandoverBoard {
  readonly handovers: readonly HandoverView[]
  readonly repairs: readonly RepairView[]
  readonly places: readonly {
    readonly siteId: string; readonly name: string; readonly timeZone: string; readonly areas: readonly { readonly id: string; readonly tag: string; readonly name: string }[]
  }[]
  readonly readAt: string
}

function viewOf(actor: Actor, handover: StoredHandover, names: ReadonlyMap<string, string>): HandoverView {
  const nameOf = (id: string): Named => ({ id, name: names.get(id) ?? '' })
  const { acknowledgedBy, acknowledgedAt } = handover
  const waits = acknowledgedBy === null && actor.type === 'person' && handover.signedBy !== actor.personId
  return {
    id: handover.id, shift: handover.shift, text: handover.text, signedBy: nameOf(handover.signedBy), signedAt: handover.signedAt.toISOString(),
    acknowledged: acknowledgedBy === null || acknowledgedAt === null ? null : { by: nameOf(acknowledgedBy), at: acknowledgedAt.toISOString(), note: handover.acknowledgedNote },
    content: handover.content, mayAcknowledge: waits && can(actor, 'work-order.execute', handover.siteId),
  }
}

async function repairsFor(tx: Tx, actor: Actor, sites: 'all' | readonly string[], at: Date): Promise<RepairView[]> {
  const rows = (await standingRepairs(tx, sites)).map((row) => ({ ...row, risk: RISKS.find((known) => known === row.risk) ?? 'high' }))
  return rows.toSorted(byUrgency(at)).map((row) => ({
    id: row.id, what: row.what, risk: row.risk, riskNote: row.riskNote, asset: row.asset, owner: row.owner, madeAt: row.madeAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    past: isPast(row, at), order: row.order && { number: formatNumber(row.order.no), status: row.order.status },
    mayChange: can(actor, 'work-order.execute', row.siteId),
  }))
}

/** handoverBoard reads what people need at the change of shifts, for the actor's sites. */
export const handoverBoard = (actor: Actor): Promise<HandoverBoard> =>
  withTenant(actor.orgId, async (tx) => {
    const sites = siteScope(actor, 'work-order.read')
    const at = now()
    const handovers = await newestHandovers(tx, sites, SHOWN)
    const names = await namesOf(tx, handovers.flatMap(({ signedBy, acknowledgedBy }) => [signedBy, ...(acknowledgedBy === null ? [] : [acknowledgedBy])]))
    return {
      handovers: handovers.map((handover) => viewOf(actor, handover, names)),
      repairs: await repairsFor(tx, actor, sites, at),
      places: (await areasOf(tx, sites)).map(({ id, name, timeZone, assetSite }) => ({ siteId: id, name, timeZone, areas: assetSite })),
      readAt: at.toISOString(),
    }
  })
