import { lockIncident } from '#server/modules/incidents/index.ts'
import { listOrganizations } from '#server/modules/organizations/index.ts'
import { growingTrends } from '#server/modules/work-orders/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { growEvidence } from './freeze-evidence.ts'

/** growTrends lets the trends on open tickets follow their breach while it goes on, until each trend's window ends; tells how many grew. */
export async function growTrends(): Promise<number> {
  let grown = 0
  for (const { id: orgId } of await listOrganizations()) {
    for (const { workOrderId, incidentId } of await withTenant(orgId, growingTrends)) {
      await withTenant(orgId, async (tx) => {
        const incident = await lockIncident(tx, incidentId)
        if (!incident) return
        await growEvidence(tx, workOrderId, incident)
        await publishLive(tx.exec, orgId, { entity: 'work-order', id: workOrderId })
      })
      grown += 1
    }
  }
  return grown
}
