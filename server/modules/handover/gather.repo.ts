import type { ToldMachine } from '#server/core/handover/on-tablet.ts'
import { handoverContent, type HandoverContent } from '#server/core/handover/handover.ts'
import { formatPermitNumber } from '#server/core/permits/permit-number.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import type { Tx } from '#server/platform/db.ts'
import type { HandedPlace } from './place.repo.ts'

// The positions of the place: all of the site, or the area with everything below it.
const PLACE = `WITH RECURSIVE place AS (
  SELECT id, tag, name FROM asset WHERE org_id = $1::uuid AND site_id = $2::uuid AND ($3::uuid IS NULL OR id = $3::uuid)
  UNION
  SELECT a.id, a.tag, a.name FROM place JOIN asset a ON a.org_id = $1::uuid AND a.parent_id = place.id
)`
const MACHINE = `jsonb_build_object('id', place.id, 'tag', place.tag, 'name', place.name) AS machine`

type Row = Record<string, unknown>
const iso = (value: unknown): string => (value as Date).toISOString()
const number = (no: unknown): string | null => (no === null || no === undefined ? null : formatNumber(Number(no)))

const ordersAt = (tx: Tx, args: readonly unknown[]): Promise<Row[]> => tx.exec.query(
  `${PLACE} SELECT w.no, w.title, w.text, w.status, w.priority, w.hold_reason AS "holdReason", p.name AS assignee, ${MACHINE}
   FROM work_order w JOIN place ON place.id = w.asset_id LEFT JOIN person p ON p.org_id = w.org_id AND p.id = w.assignee_id
   WHERE w.org_id = $1::uuid AND (w.status IN ('in_progress', 'on_hold') OR (w.status IN ('requested', 'approved', 'planned', 'scheduled') AND w.priority <= 2))
   ORDER BY w.status IN ('in_progress', 'on_hold') DESC, w.priority, w.no LIMIT 200`, args)

const locksAt = (tx: Tx, args: readonly unknown[]): Promise<Row[]> => tx.exec.query(
  `${PLACE} SELECT p.name AS person, l ->> 'lock' AS lock, (l ->> 'since')::timestamptz AS since, i.phase, w.no, ${MACHINE}
   FROM isolation i JOIN place ON place.id = i.asset_id CROSS JOIN LATERAL jsonb_array_elements(i.locks) AS l
   JOIN person p ON p.org_id = i.org_id AND p.id = (l ->> 'personId')::uuid JOIN work_order w ON w.org_id = i.org_id AND w.id = i.work_order_id
   WHERE i.org_id = $1::uuid ORDER BY since LIMIT 200`, args)

const permitsAt = (tx: Tx, args: readonly unknown[]): Promise<Row[]> => tx.exec.query(
  `${PLACE} SELECT m.no AS "permitNo", m.kind, m.status, p.name AS performer, m.to_at AS "to", w.no, ${MACHINE}
   FROM permit m JOIN place ON place.id = m.asset_id JOIN person p ON p.org_id = m.org_id AND p.id = m.performer_id JOIN work_order w ON w.org_id = m.org_id AND w.id = m.work_order_id
   WHERE m.org_id = $1::uuid AND m.closed_at IS NULL ORDER BY m.to_at LIMIT 200`, args)

const repairsAt = (tx: Tx, args: readonly unknown[]): Promise<Row[]> => tx.exec.query(
  `${PLACE} SELECT r.id, r.what, r.risk, p.name AS owner, r.expires_at AS "expiresAt", w.no, ${MACHINE}
   FROM temporary_repair r JOIN place ON place.id = r.asset_id JOIN person p ON p.org_id = r.org_id AND p.id = r.owner_id
   LEFT JOIN work_order w ON w.org_id = r.org_id AND w.id = r.work_order_id
   WHERE r.org_id = $1::uuid AND r.removed_at IS NULL ORDER BY r.expires_at LIMIT 200`, args)

const machinesAt = (tx: Tx, args: readonly unknown[]): Promise<Row[]> => tx.exec.query(
  `${PLACE} SELECT min(i.priority)::int AS priority, count(*)::int AS alarms, min(i.opened_at) AS since, jsonb_build_object('id', place.id, 'tag', place.tag, 'name', place.name) AS machine
   FROM incident i JOIN place ON place.id = i.asset_id
   WHERE i.org_id = $1::uuid AND i.state = 'open' AND NOT i.happened_offline GROUP BY place.id, place.tag, place.name ORDER BY 1, 3 LIMIT 200`, args)

/** alarmingMachines lists the machines of sites with open alarms, the most urgent first. */
export async function alarmingMachines(tx: Tx, sites: 'all' | readonly string[]): Promise<ToldMachine[]> {
  const rows = await tx.exec.query<Omit<ToldMachine, 'since'> & { readonly since: Date }>(
    `SELECT a.site_id AS "siteId", min(i.priority)::int AS priority, count(*)::int AS alarms, min(i.opened_at) AS since, jsonb_build_object('id', a.id, 'tag', a.tag, 'name', a.name) AS machine
     FROM incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
     WHERE i.org_id = $1::uuid AND i.state = 'open' AND NOT i.happened_offline AND ($2::uuid[] IS NULL OR a.site_id = ANY ($2::uuid[]))
     GROUP BY a.site_id, a.id, a.tag, a.name ORDER BY 2, 4, a.id LIMIT 200`,
    [tx.orgId, sites === 'all' ? null : sites],
  )
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}

/** gather reads what is open in a place now: work, locks, permits, temporary repairs and machines with alarms. */
export async function gather(tx: Tx, place: HandedPlace): Promise<HandoverContent> {
  const args = [tx.orgId, place.siteId, place.areaId]
  return handoverContent.parse({
    takenAt: place.now.toISOString(), place: { site: place.site, area: place.area },
    orders: (await ordersAt(tx, args)).map((row) => ({ ...row, number: number(row['no']) })),
    locks: (await locksAt(tx, args)).map((row) => ({ ...row, since: iso(row['since']), order: number(row['no']) })),
    permits: (await permitsAt(tx, args)).map((row) => ({ ...row, number: formatPermitNumber(Number(row['permitNo'])), to: iso(row['to']), order: number(row['no']) })),
    repairs: (await repairsAt(tx, args)).map((row) => ({ ...row, expiresAt: iso(row['expiresAt']), order: number(row['no']) })),
    machines: (await machinesAt(tx, args)).map((row) => ({ ...row, since: iso(row['since']) })),
  })
}
