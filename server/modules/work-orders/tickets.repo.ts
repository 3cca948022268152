import type { Tx } from '#server/platform/db.ts'
import { deferral } from '#server/core/work-orders/deferral.ts'
import { ENDED, workOrderStatus } from '#server/core/work-orders/enums.ts'
import { toPriority } from '#server/core/work-orders/priority.ts'
import type { Ticket } from '#server/core/work-orders/ticket-policy.ts'
import { verdict } from '#server/core/work-orders/verdict.ts'

const LOOKED_AT = 50

/** ticketsOf reads the orders of an incident key, the newest first, and takes the open one for this transaction. */
export async function ticketsOf(tx: Tx, incidentKey: string): Promise<Ticket[]> {
  const { orgId } = tx
  await tx.exec.query('SELECT 1 FROM work_order WHERE org_id = $1::uuid AND incident_key = $2 AND status <> ALL ($3::text[]) FOR UPDATE', [orgId, incidentKey, ENDED])
  const rows = await tx.db.workOrder.findMany({
    where: { orgId, incidentKey }, orderBy: [{ createdAt: 'desc' }, { no: 'desc' }], take: LOOKED_AT,
    include: { evidence: { select: { incidentId: true } }, events: { where: { type: { in: ['proposal-answered', 'cancelled'] } }, select: { type: true, actorId: true, data: true } } },
  })
  return rows.map((row) => {
    const stored = deferral.safeParse(row.deferral)
    const said = verdict.safeParse(row.verdict)
    return {
      id: row.id,
      status: workOrderStatus.parse(row.status),
      priority: toPriority(row.priority),
      episodes: [...new Set([...row.evidence.map((one) => one.incidentId), ...(row.incidentId === null ? [] : [row.incidentId])])],
      declined: row.events.flatMap((event) => declinedEpisode(event.data)),
      deferral: stored.success ? stored.data : null,
      proposed: row.proposeClose,
      verdict: said.success ? said.data : null,
      workFinishedAt: row.workFinishedAt?.getTime() ?? null,
      endedAt: row.closedAt?.getTime() ?? null,
      merged: row.status === 'cancelled' && row.events.some((event) => event.type === 'cancelled' && event.actorId === null),
    }
  })
}

function declinedEpisode(data: unknown): string[] {
  const { proposal, accept, incidentId } = data as { proposal?: unknown; accept?: unknown; incidentId?: unknown }
  return proposal === 'repair-did-not-hold' && accept === false && typeof incidentId === 'string' ? [incidentId] : []
}

/** isTaken tells whether an open order of the key has taken in this state of an episode since it was made or last reopened by a relapse. */
export async function isTaken(tx: Tx, incidentKey: string, stateKey: string): Promise<boolean> {
  const rows = await tx.exec.query(
    `SELECT 1 FROM work_order w JOIN work_order_event e ON e.org_id = w.org_id AND e.work_order_id = w.id
     WHERE w.org_id = $1::uuid AND w.incident_key = $2 AND w.status <> ALL ($3::text[]) AND e.data->>'stateKey' = $4
       AND e.at >= coalesce((SELECT max(r.at) FROM work_order_event r WHERE r.org_id = w.org_id AND r.work_order_id = w.id AND r.type = 'reopened' AND r.data ? 'stateKey'), '-infinity')
     LIMIT 1`,
    [tx.orgId, incidentKey, ENDED, stateKey],
  )
  return rows.length > 0
}
