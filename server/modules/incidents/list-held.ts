import { failureModeView, type FailureModeView } from '#server/core/assets/failure-mode.ts'
import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { withTenant } from '#server/platform/db.ts'
import { outages, shelves, suppressed, suppressions, type HeldAlarm, type OutageRow, type ShelfRow } from './held.repo.ts'

/** named shapes which alarm it is: the asset, and the failure mode or rule. */
const named = (row: HeldAlarm): { asset: { id: string; tag: string; name: string }; failureMode: FailureModeView | null; ruleName: string | null } => ({
  asset: { id: row.assetId, tag: row.assetTag, name: row.assetName },
  failureMode: row.modeCode === null ? null : failureModeView({ code: row.modeCode, name: row.modeName ?? row.modeCode, consequence: null, text: row.modeText }),
  ruleName: row.ruleName,
})

/** shelfView shapes a shelf for screens; times are ISO. */
export const shelfView = ({ id, incidentId, active, priority, reason, by, at, until, ...row }: ShelfRow) =>
  ({ id, ...named(row), incidentId, active, priority, reason, by, at: at.toISOString(), until: until.toISOString() })

/** outageView shapes what is out of service for screens; times are ISO. */
export const outageView = ({ id, pointName, reason, orderNo, orderStatus, by, at, ...row }: OutageRow) =>
  ({ id, ...named(row), pointName, reason, order: { number: formatNumber(orderNo), status: orderStatus }, by, at: at.toISOString() })

/** listHeld lists what is shelved, out of service and suppressed within the actor's reach, and how suppression by design is configured. */
export async function listHeld(actor: Actor) {
  const sites = siteScope(actor, 'incident.read')
  const may = (permission: 'incident.handle' | 'alarm.suppress') => (row: { readonly siteId: string }): boolean => can(actor, permission, row.siteId)
  const [handle, suppress] = [may('incident.handle'), may('alarm.suppress')]
  return withTenant(actor.orgId, async (tx) => {
    const shelved = await shelves(tx, sites)
    const out = await outages(tx, sites)
    const silent = await suppressed(tx, sites)
    const configured = await suppressions(tx, sites)
    return {
      shelves: shelved.map((row) => ({ ...shelfView(row), mayEnd: handle(row) })),
      outages: out.map((row) => ({ ...outageView(row), mayEnd: suppress(row) })),
      suppressed: silent.map(({ id, priority, openedAt, byDesign, reason, ...row }) => ({ id, ...named(row), priority, openedAt: openedAt.toISOString(), byDesign, reason })),
      suppressions: configured.map(({ at, ...row }) => ({ ...row, at: at.toISOString(), mayEnd: suppress(row) })),
      mayConfigure: can(actor, 'alarm.suppress'),
    }
  })
}
