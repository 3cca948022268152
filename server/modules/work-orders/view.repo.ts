import type { Findings } from '#server/core/work-orders/suggestion.ts'
import type { Tx } from '#server/platform/db.ts'

const CASES = 50

const EPISODE = {
  key: true, pointNo: true, state: true, priority: true, openedAt: true, lastAt: true, resolvedAt: true, value: true, limit: true, peakValue: true, peakAt: true,
  rule: { select: { id: true, name: true } }, ruleVersion: { select: { version: true, definition: true } },
} as const

/** readOrder reads an order with everything its page shows; null when there is none. */
export const readOrder = (tx: Tx, id: string) =>
  tx.db.workOrder.findUnique({
    where: { orgId_id: { orgId: tx.orgId, id } },
    include: {
      site: { select: { id: true, code: true, name: true, timeZone: true } },
      asset: {
        select: {
          id: true, tag: true, name: true, level: true, criticality: true, credit: true, creditText: true, classId: true,
          class: { select: { name: true, failureModes: { orderBy: { code: 'asc' } }, items: { orderBy: { code: 'asc' }, select: { code: true, name: true } } } },
        },
      },
      incident: { include: { alarm: true, rule: { select: { name: true } }, ruleVersion: { select: { version: true, definition: true } } } },
      assignee: { select: { id: true, name: true } },
      team: { select: { id: true, name: true } },
      tasks: { orderBy: { position: 'asc' }, include: { answers: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } } },
      parts: { orderBy: [{ takenAt: 'asc' }, { id: 'asc' }], include: { part: { select: { number: true, name: true, unit: true } } } },
      witnesses: { orderBy: [{ at: 'asc' }, { personId: 'asc' }], include: { person: { select: { name: true } } } },
      evidence: { orderBy: [{ at: 'asc' }, { id: 'asc' }], include: { incident: { select: EPISODE } } },
      events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      labour: { orderBy: [{ startedAt: 'asc' }, { id: 'asc' }], include: { person: { select: { name: true } } } },
    },
  })

/** StoredOrder is what readOrder gives. */
export type StoredOrder = NonNullable<Awaited<ReturnType<typeof readOrder>>>

/** pointUnits reads the units of the points that an order's incidents are about, by point number. */
export async function pointUnits(tx: Tx, order: StoredOrder): Promise<ReadonlyMap<number, string>> {
  const nos = [...(order.incident === null ? [] : [order.incident.pointNo]), ...order.evidence.map((one) => one.incident.pointNo)]
  const rows = await tx.db.point.findMany({ where: { orgId: tx.orgId, no: { in: nos } }, select: { no: true, unit: true } })
  return new Map(rows.map((row) => [row.no, row.unit]))
}

/** ruleOf reads the name and version of the rule that raised an order. */
export async function ruleOf(tx: Tx, ruleId: string | null, versionId: string | null): Promise<{ id: string; name: string; version: number | null } | null> {
  if (ruleId === null) return null
  const row = await tx.db.rule.findUnique({
    where: { orgId_id: { orgId: tx.orgId, id: ruleId } }, select: { id: true, name: true, versions: { where: { id: versionId ?? ruleId }, select: { version: true } } },
  })
  return row && { id: row.id, name: row.name, version: row.versions[0]?.version ?? null }
}

/** linkedOrders reads the numbers of the orders an order follows, was followed by, or duplicates. */
export const linkedOrders = (
  tx: Tx,
  order: { id: string; followUpOf: string | null; duplicateOf: string | null },
): Promise<{ id: string; no: number; status: string; followUpOf: string | null }[]> =>
  tx.db.workOrder.findMany({
    where: { orgId: tx.orgId, OR: [{ followUpOf: order.id }, { id: { in: [order.followUpOf, order.duplicateOf].filter((id) => id !== null) } }] },
    select: { id: true, no: true, status: true, followUpOf: true }, orderBy: { no: 'asc' }, take: CASES,
  })

/** usualCompletion finds what was found and done most often in closed orders of the asset class where this failure mode was found; null when there are none. */
export async function usualCompletion(tx: Tx, classId: string | null, failureMode: string | null): Promise<Findings | null> {
  const [row] = await tx.exec.query<Findings>(
    `SELECT w.item_code AS "itemCode", w.activity_code AS "activityCode" FROM work_order w JOIN asset a ON a.org_id = w.org_id AND a.id = w.asset_id
     WHERE w.org_id = $1::uuid AND a.class_id = $2::uuid AND coalesce(w.mode_code, w.failure_mode) IS NOT DISTINCT FROM $3 AND w.status = 'closed' AND w.item_code IS NOT NULL
     GROUP BY 1, 2 ORDER BY count(*) DESC, max(w.closed_at) DESC LIMIT 1`,
    [tx.orgId, classId, failureMode],
  )
  return row ?? null
}
