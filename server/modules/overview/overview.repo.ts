import { SENSOR_KEYS } from '#server/core/condition/sensor-key.ts'
import { machineColumns, machineJoins, type AboutMachine } from './machine.repo.ts'
import type { Tx } from '../../platform/db.ts'

/** Sites is where the person may look: every site, or these. */
export type Sites = 'all' | readonly string[]

/** sitesParam is sites as a query takes them: null for every site. */
export const sitesParam = (sites: Sites): readonly string[] | null => (sites === 'all' ? null : sites)

/** IncidentRow is an open incident with its machine, its failure mode and its order. */
export interface IncidentRow extends AboutMachine {
  readonly id: string
  readonly priority: number
  readonly openedAt: Date
  readonly lastAt: Date
  readonly value: number
  readonly limit: number
  readonly peakValue: number
  readonly pointNo: number
  readonly unit: string
  readonly key: string
  /** The rule version's definition as stored. */
  readonly definition: unknown
  readonly acknowledged: boolean
  readonly orderId: string | null
  readonly orderNo: number | null
  readonly orderStatus: string | null
  readonly orderTitle: string | null
  readonly orderText: unknown
  readonly dueAt: Date | null
  readonly assigneeName: string | null
}

/** openIncidents lists the open incidents that speak for themselves (not suppressed, not held, not folded under another), the most urgent first. */
export const openIncidents = (tx: Tx, sites: Sites, limit: number): Promise<IncidentRow[]> =>
  tx.exec.query<IncidentRow>(
    `SELECT i.id, i.priority, i.opened_at AS "openedAt", i.last_at AS "lastAt", i.value, i."limit", i.peak_value AS "peakValue", i.point_no AS "pointNo", p.unit, i.key, v.definition,
            coalesce(al.state IN ('acknowledged-active', 'normal'), false) AS acknowledged,
            ${machineColumns('i')},
            w.id AS "orderId", w.no AS "orderNo", w.status AS "orderStatus", w.title AS "orderTitle", w.text AS "orderText", w.due_at AS "dueAt", person.name AS "assigneeName"
     FROM incident i
     ${machineJoins('i')}
     JOIN point p ON p.org_id = i.org_id AND p.no = i.point_no
     JOIN rule_version v ON v.org_id = i.org_id AND v.id = i.rule_version_id
     LEFT JOIN alarm al ON al.org_id = i.org_id AND al.incident_id = i.id
     LEFT JOIN work_order w ON w.org_id = i.org_id AND w.incident_key = i.key AND w.status NOT IN ('closed', 'cancelled', 'rejected')
     LEFT JOIN person ON person.org_id = w.org_id AND person.id = w.assignee_id
     WHERE i.org_id = $1::uuid AND i.state = 'open' AND NOT i.suppressed AND i.held IS NULL AND i.parent_id IS NULL AND ($2::uuid[] IS NULL OR i.site_id = ANY($2::uuid[]))
     ORDER BY i.priority, a.criticality, i.opened_at DESC LIMIT $3::int`,
    [tx.orgId, sitesParam(sites), limit],
  )

/** OverdueRow is an open order whose due date has passed. */
export interface OverdueRow {
  readonly id: string
  readonly no: number
  readonly title: string
  readonly text: unknown
  readonly status: string
  readonly priority: number
  readonly dueAt: Date
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly criticality: string
  readonly line: string | null
  readonly assigneeName: string | null
}

/** overdueOrders lists open orders whose due date has passed, the oldest first. */
export const overdueOrders = (tx: Tx, sites: Sites, now: Date, limit: number): Promise<OverdueRow[]> =>
  tx.exec.query<OverdueRow>(
    `SELECT w.id, w.no, w.title, w.text, w.status, w.priority, w.due_at AS "dueAt", a.id AS "assetId", a.tag AS "assetTag", a.name AS "assetName", a.criticality,
            parent.name AS line, person.name AS "assigneeName"
     FROM work_order w JOIN asset a ON a.org_id = w.org_id AND a.id = w.asset_id
     LEFT JOIN asset parent ON parent.org_id = a.org_id AND parent.id = a.parent_id
     LEFT JOIN person ON person.org_id = w.org_id AND person.id = w.assignee_id
     WHERE w.org_id = $1::uuid AND w.due_at < $2 AND w.status NOT IN ('completed', 'verified', 'closed', 'cancelled', 'rejected')
       AND ($3::uuid[] IS NULL OR w.site_id = ANY($3::uuid[]))
     ORDER BY w.due_at LIMIT $4::int`,
    [tx.orgId, now, sitesParam(sites), limit],
  )

/** MachineRow is a machine with what its status is judged by. */
export interface MachineRow {
  readonly id: string
  readonly tag: string
  readonly name: string
  readonly outOfUse: boolean
  readonly line: string | null
  readonly worstPriority: number | null
  readonly sensorTrouble: boolean
  readonly acknowledged: boolean
  readonly inMaintenance: boolean
  readonly pointNos: number[]
  readonly units: string[]
  readonly stalenessMs: number[]
  /** Newest reading per point, epoch ms; null for a point that never sent. */
  readonly latest: (number | null)[]
  readonly values: (number | null)[]
}

/** machines lists machines with their newest readings, the abnormal ones first, at most `limit`. */
export const machines = (tx: Tx, sites: Sites, limit: number): Promise<MachineRow[]> =>
  tx.exec.query<MachineRow>(
    `WITH worst AS (
       SELECT i.asset_id, min(i.priority) FILTER (WHERE NOT i.key LIKE ANY ($4::text[])) AS priority, bool_or(i.key LIKE ANY ($4::text[])) AS sensor, bool_and(coalesce(al.state IN ('acknowledged-active', 'normal'), false)) AS acknowledged
       FROM incident i LEFT JOIN alarm al ON al.org_id = i.org_id AND al.incident_id = i.id
       WHERE i.org_id = $1::uuid AND i.state = 'open' AND NOT i.suppressed AND i.held IS NULL AND NOT i.happened_offline GROUP BY i.asset_id
     ), chosen AS (
       SELECT a.*, parent.name AS line, worst.priority, coalesce(worst.sensor, false) AS sensor, coalesce(worst.acknowledged, false) AS acknowledged
       FROM asset a LEFT JOIN asset parent ON parent.org_id = a.org_id AND parent.id = a.parent_id LEFT JOIN worst ON worst.asset_id = a.id
       WHERE a.org_id = $1::uuid AND a.level = 'machine' AND ($2::uuid[] IS NULL OR a.site_id = ANY($2::uuid[]))
       ORDER BY worst.priority NULLS LAST, a.tag LIMIT $3::int
     )
     SELECT c.id, c.tag, c.name, c.out_of_use AS "outOfUse", c.line, c.priority AS "worstPriority", c.sensor AS "sensorTrouble", c.acknowledged,
            EXISTS (SELECT 1 FROM maintenance_window m WHERE m.org_id = c.org_id AND m.asset_id = c.id AND now() >= m.from_at AND now() < m.to_at) AS "inMaintenance",
            coalesce(array_agg(p.no ORDER BY p.no) FILTER (WHERE p.no IS NOT NULL), '{}') AS "pointNos",
            coalesce(array_agg(p.unit ORDER BY p.no) FILTER (WHERE p.no IS NOT NULL), '{}') AS units,
            coalesce(array_agg(p.staleness_ms ORDER BY p.no) FILTER (WHERE p.no IS NOT NULL), '{}') AS "stalenessMs",
            coalesce(array_agg(r.t ORDER BY p.no) FILTER (WHERE p.no IS NOT NULL), '{}') AS latest,
            coalesce(array_agg(r.value ORDER BY p.no) FILTER (WHERE p.no IS NOT NULL), '{}') AS values
     FROM chosen c LEFT JOIN point p ON p.org_id = c.org_id AND p.asset_id = c.id
     LEFT JOIN LATERAL (SELECT (extract(epoch FROM l.ts) * 1000)::float8 AS t, l.value FROM telemetry.latest_reading(p.no) AS l) AS r ON true
     GROUP BY c.id, c.org_id, c.tag, c.name, c.out_of_use, c.line, c.priority, c.sensor, c.acknowledged ORDER BY c.line NULLS LAST, c.tag`,
    [tx.orgId, sitesParam(sites), limit, [...SENSOR_KEYS]],
  )

/** ChangeRow is something that happened lately. */
export interface ChangeRow {
  readonly at: Date
  readonly kind: 'opened' | 'resolved' | 'order'
  readonly assetId: string
  readonly assetTag: string
  readonly orderId: string | null
  readonly orderNo: number | null
  readonly detail: string | null
  readonly actor: string | null
}

/** changesSince lists what changed since a moment: incidents that opened or ended, orders that changed state; newest first. */
export const changesSince = (tx: Tx, sites: Sites, since: Date, limit: number): Promise<ChangeRow[]> =>
  tx.exec.query<ChangeRow>(
    `SELECT * FROM (
       (SELECT i.opened_at AS at, 'opened' AS kind, a.id AS "assetId", a.tag AS "assetTag", NULL::uuid AS "orderId", NULL::int AS "orderNo", i.failure_mode AS detail, NULL AS actor
        FROM incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
        WHERE i.org_id = $1::uuid AND NOT i.suppressed AND i.held IS NULL AND i.parent_id IS NULL AND i.opened_at >= $2 AND ($3::uuid[] IS NULL OR i.site_id = ANY($3::uuid[])) ORDER BY i.opened_at DESC LIMIT $4::int)
       UNION ALL
       (SELECT i.resolved_at, 'resolved', a.id, a.tag, NULL, NULL, i.failure_mode, NULL
        FROM incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
        WHERE i.org_id = $1::uuid AND NOT i.suppressed AND i.held IS NULL AND i.parent_id IS NULL AND i.resolved_at >= $2 AND ($3::uuid[] IS NULL OR i.site_id = ANY($3::uuid[])) ORDER BY i.resolved_at DESC LIMIT $4::int)
       UNION ALL
       (SELECT e.at, 'order', a.id, a.tag, w.id, w.no, e.to_status, person.name
        FROM work_order_event e JOIN work_order w ON w.org_id = e.org_id AND w.id = e.work_order_id JOIN asset a ON a.org_id = w.org_id AND a.id = w.asset_id
        LEFT JOIN person ON person.org_id = e.org_id AND person.id = e.actor_id
        WHERE e.org_id = $1::uuid AND e.to_status IS NOT NULL AND e.to_status IS DISTINCT FROM e.from_status AND e.at >= $2 AND ($3::uuid[] IS NULL OR w.site_id = ANY($3::uuid[])) ORDER BY e.at DESC LIMIT $4::int)
     ) AS changes ORDER BY at DESC LIMIT $4::int`,
    [tx.orgId, since, sitesParam(sites), limit],
  )

/** liveSources lists the enabled live sources of the sites, for their silence to be looked up in the system's tables. */
export const liveSources = (tx: Tx, sites: Sites): Promise<{ id: string; name: string }[]> =>
  tx.exec.query<{ id: string; name: string }>(
    `SELECT id, name FROM source WHERE org_id = $1::uuid AND enabled AND clock = 'live' AND ($2::uuid[] IS NULL OR site_id = ANY($2::uuid[])) ORDER BY name`,
    [tx.orgId, sitesParam(sites)],
  )
