import { readEvent } from '#server/core/isolation/events.ts'
import type { ToldEvent, ToldIsolation } from '#server/core/isolation/on-tablet.ts'
import { planContent, type PlanContent } from '#server/core/isolation/plan.ts'
import type { Tx } from '#server/platform/db.ts'

/** TakenIsolation is an isolation of an order as a tablet keeps it. */
export interface TakenIsolation extends ToldIsolation {
  readonly workOrderId: string
}

/** isolationsForTablets lists the isolations of many orders with their events, the newest first. */
export async function isolationsForTablets(tx: Tx, orderIds: readonly string[]): Promise<TakenIsolation[]> {
  const rows = await tx.db.isolation.findMany({
    where: { orgId: tx.orgId, workOrderId: { in: [...orderIds] } }, include: { events: { orderBy: { no: 'asc' } } }, orderBy: [{ begunAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({
    id: row.id, workOrderId: row.workOrderId, planVersion: row.planVersion, content: planContent.parse(row.content),
    events: row.events.flatMap(({ opId, ...stored }): ToldEvent[] => {
      const event = readEvent(stored)
      if (!event) return []
      const { type, data, at, personId, late } = event
      // The type and its data came together.
      return [{ type, data, opId, at: at.toISOString(), personId, late } as ToldEvent]
    }),
  }))
}

/** ServingPlan is the plan in force for an order's machine. */
export interface ServingPlan {
  readonly version: number
  readonly content: PlanContent
}

/** plansServing finds for many orders the newest published plan that serves the machine: its own, else that of the machine it is a part of. */
export async function plansServing(tx: Tx, orderIds: readonly string[]): Promise<ReadonlyMap<string, ServingPlan>> {
  const rows = await tx.exec.query<{ id: string; version: number; content: unknown }>(
    `WITH RECURSIVE up AS (
       SELECT w.id AS of, a.id, a.parent_id, a.level, 0 AS far FROM work_order w JOIN asset a ON a.org_id = w.org_id AND a.id = w.asset_id
        WHERE w.org_id = $1::uuid AND w.id = ANY ($2::uuid[])
       UNION ALL
       SELECT up.of, a.id, a.parent_id, a.level, up.far + 1 FROM up JOIN asset a ON a.org_id = $1::uuid AND a.id = up.parent_id WHERE up.level = 'component'
     )
     SELECT DISTINCT ON (up.of) up.of AS id, p.version, p.content FROM up JOIN isolation_plan p ON p.org_id = $1::uuid AND p.asset_id = up.id AND p.published_at IS NOT NULL
      WHERE up.level IN ('machine', 'component') ORDER BY up.of, up.far, p.version DESC`,
    [tx.orgId, orderIds],
  )
  return new Map(rows.map(({ id, version, content }) => [id, { version, content: planContent.parse(content) }]))
}
