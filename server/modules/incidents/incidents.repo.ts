import type { Tx } from '#server/platform/db.ts'
import { readRuleShape, type RuleShape } from '#server/core/work-orders/evidence.ts'
import { toPriority } from '#server/core/work-orders/priority.ts'
import type { Episode } from '#server/core/work-orders/ticket-policy.ts'

/** MeasuredPoint is a point as evidence names it. */
export interface MeasuredPoint {
  readonly id: string
  readonly no: number
  readonly key: string
  readonly code: string
  readonly name: string
  readonly quantity: string
  readonly unit: string
  readonly axis: string | null
  readonly expectedIntervalMs: number
}

/** TicketIncident is an incident with everything its ticket is made of. */
export interface TicketIncident {
  readonly id: string
  readonly key: string
  readonly siteId: string
  readonly asset: { readonly id: string; readonly tag: string; readonly name: string; readonly credit: string | null }
  readonly failureMode: string | null
  readonly rule: { readonly id: string; readonly name: string; readonly version: number; readonly versionId: string; readonly definition: unknown; readonly shape: RuleShape }
  readonly point: MeasuredPoint
  readonly gate: MeasuredPoint | null
  readonly openedAt: Date
  /** When the rule that leads the incident now first fired in it: later than it opened when a worse rule has joined. */
  readonly firedAt: Date
  readonly lastAt: Date
  readonly resolvedAt: Date | null
  readonly value: number
  readonly limit: number
  readonly peakValue: number
  readonly peakAt: Date
  readonly gateValue: number | null
  readonly happenedOffline: boolean
  /** True when the incident is about missing readings, not about a value. */
  readonly noData: boolean
  readonly episode: Episode
  readonly otherOpen: boolean
}

const POINT = { id: true, no: true, key: true, code: true, name: true, quantity: true, unit: true, axis: true, expectedIntervalMs: true } as const

/** firstFiring is when an instance first fired in an incident; null when no transition tells. */
async function firstFiring(tx: Tx, incidentId: string, ruleId: string, pointNo: number): Promise<Date | null> {
  const [row] = await tx.exec.query<{ at: Date | null }>(
    `SELECT min(at) AS at FROM transition
     WHERE org_id = $1::uuid AND incident_id = $2::uuid AND rule_id = $3::uuid AND point_no = $4 AND to_phase IN ('firing', 'no-data')`,
    [tx.orgId, incidentId, ruleId, pointNo],
  )
  return row?.at ?? null
}

/** lockIncident takes an incident for this transaction, so that its ticket is decided by one worker at a time; null when there is none. */
export async function lockIncident(tx: Tx, id: string): Promise<TicketIncident | null> {
  // Not FOR UPDATE: rows that refer to the incident may be written meanwhile.
  const locked = await tx.exec.query('SELECT 1 FROM incident WHERE org_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE', [tx.orgId, id])
  return locked.length === 0 ? null : readIncident(tx, id)
}

/** readIncident reads an incident that is there, with everything its ticket is made of. */
export async function readIncident(tx: Tx, id: string): Promise<TicketIncident> {
  const { orgId } = tx
  const row = await tx.db.incident.findUniqueOrThrow({
    where: { orgId_id: { orgId, id } },
    include: {
      asset: { include: { class: { select: { failureModes: { where: { safety: true }, select: { code: true } } } } } },
      rule: { select: { name: true } },
      ruleVersion: true,
    },
  })
  const shape = readRuleShape(row.ruleVersion.definition)
  const points = await tx.db.point.findMany({
    where: { orgId, OR: [{ no: row.pointNo }, ...(shape.gate ? [{ assetId: row.assetId, code: shape.gate.point }] : [])] }, select: POINT,
  })
  const point = points.find((candidate) => candidate.no === row.pointNo)
  if (!point) throw new Error(`incident ${id} names point ${row.pointNo}, which does not exist`)
  const carried = await tx.db.incident.count({ where: { orgId, parentId: id, state: 'open' } })
  const otherOpen = await tx.db.incident.count({ where: { orgId, key: row.key, state: 'open', id: { not: id } } })
  return {
    ...row,
    asset: { id: row.asset.id, tag: row.asset.tag, name: row.asset.name, credit: row.asset.credit },
    rule: { id: row.ruleId, name: row.rule.name, version: row.ruleVersion.version, versionId: row.ruleVersionId, definition: row.ruleVersion.definition, shape },
    point,
    gate: points.find((candidate) => candidate.no !== row.pointNo) ?? null,
    firedAt: (await firstFiring(tx, id, row.ruleId, row.pointNo)) ?? row.openedAt,
    noData: row.key.endsWith(':no-data'),
    otherOpen: otherOpen > 0,
    episode: {
      id, state: row.state === 'resolved' ? 'resolved' : 'open', priority: toPriority(row.priority), openedAt: row.openedAt.getTime(), lastAt: row.lastAt.getTime(),
      safety: row.asset.class?.failureModes.some((mode) => mode.code === row.failureMode) ?? false,
      suppressed: row.held ?? (row.suppressed ? (row.suppressedReason ?? 'suppressed') : null), shadow: false, folded: row.parentId !== null, carries: carried > 0,
    },
  }
}

/** siteOfIncident tells at which site an incident is; null when there is none. */
export async function siteOfIncident(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.db.incident.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { siteId: true } })
  return row?.siteId ?? null
}

/** openIncidentsOf lists the open incidents of a key. */
export async function openIncidentsOf(tx: Tx, key: string): Promise<string[]> {
  const rows = await tx.db.incident.findMany({ where: { orgId: tx.orgId, key, state: 'open' }, select: { id: true }, orderBy: { openedAt: 'asc' } })
  return rows.map((row) => row.id)
}

/**
 * incidentsToLookAt lists open, unsuppressed incidents, stored before a time, whose key has no open order: candidates for a lost
 * message. With `ended` those are listed too whose key has ended orders; the ticket policy says which are rightly without.
 */
export async function incidentsToLookAt(tx: Tx, storedBefore: Date, ended: boolean): Promise<string[]> {
  const rows = await tx.exec.query<{ id: string }>(
    `SELECT i.id FROM incident i
     WHERE i.org_id = $1::uuid AND i.state = 'open' AND NOT i.suppressed AND i.held IS NULL AND i.parent_id IS NULL AND i.created_at < $2::timestamptz
       AND NOT EXISTS (SELECT 1 FROM work_order w WHERE w.org_id = i.org_id AND w.incident_key = i.key
                       AND ($3::boolean IS FALSE OR w.status NOT IN ('closed', 'cancelled', 'rejected')))
     ORDER BY i.priority, i.opened_at LIMIT 500`,
    [tx.orgId, storedBefore, ended],
  )
  return rows.map((row) => row.id)
}
