import type { Tx } from '#server/platform/db.ts'
import { sitesParam, type Sites } from './alarm-row.ts'

/** HeldAlarm names an alarm that is held: its asset, and its failure mode or rule. */
export interface HeldAlarm {
  readonly siteId: string
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly modeCode: string | null
  readonly modeName: string | null
  readonly modeText: unknown
  readonly ruleName: string | null
}

/** ShelfRow is an alarm on a shelf. */
export interface ShelfRow extends HeldAlarm {
  readonly id: string
  readonly key: string
  /** Its newest episode, and whether that stands. */
  readonly incidentId: string | null
  readonly active: boolean
  readonly priority: number
  readonly reason: string
  readonly by: string
  readonly at: Date
  readonly until: Date
}

const NAMES = `a.id AS "assetId", a.tag AS "assetTag", a.name AS "assetName"`
const MODE = `fm.code AS "modeCode", fm.name AS "modeName", fm.text AS "modeText"`

/** shelves lists the alarms on shelves, the first to end first; with a key only that one. */
export const shelves = (tx: Tx, sites: Sites, key: string | null = null): Promise<ShelfRow[]> =>
  tx.exec.query<ShelfRow>(
    `SELECT s.id, s.key, s.site_id AS "siteId", ${NAMES}, ${MODE}, r.name AS "ruleName", i.id AS "incidentId", coalesce(i.state = 'open', false) AS active, s.priority, s.reason,
            p.name AS by, s.shelved_at AS at, s.until
     FROM alarm_shelf s JOIN asset a ON a.org_id = s.org_id AND a.id = s.asset_id JOIN person p ON p.org_id = s.org_id AND p.id = s.shelved_by
     LEFT JOIN LATERAL (SELECT n.* FROM incident n WHERE n.org_id = s.org_id AND n.key = s.key ORDER BY n.opened_at DESC LIMIT 1) AS i ON true
     LEFT JOIN rule r ON r.org_id = s.org_id AND r.id = i.rule_id
     LEFT JOIN failure_mode fm ON fm.org_id = s.org_id AND fm.class_id = a.class_id AND fm.code = i.failure_mode
     WHERE s.org_id = $1::uuid AND s.ended_at IS NULL AND ($2::uuid[] IS NULL OR s.site_id = ANY($2::uuid[])) AND ($3::text IS NULL OR s.key = $3) ORDER BY s.until LIMIT 500`,
    [tx.orgId, sitesParam(sites), key],
  )

/** OutageRow is a point, or a rule on an asset, that is out of service. */
export interface OutageRow extends HeldAlarm {
  readonly id: string
  readonly ruleId: string | null
  readonly pointNo: number | null
  readonly pointName: string | null
  readonly reason: string
  readonly orderNo: number
  readonly orderStatus: string
  readonly by: string
  readonly at: Date
}

/** outages lists what is out of service, the longest first; with an asset only that one's. */
export const outages = (tx: Tx, sites: Sites, assetId: string | null = null): Promise<OutageRow[]> =>
  tx.exec.query<OutageRow>(
    `SELECT o.id, o.site_id AS "siteId", ${NAMES}, NULL AS "modeCode", NULL AS "modeName", NULL AS "modeText", o.rule_id AS "ruleId", r.name AS "ruleName", o.point_no AS "pointNo",
            pt.name AS "pointName", o.reason, w.no AS "orderNo", w.status AS "orderStatus", p.name AS by, o.taken_at AS at
     FROM alarm_outage o JOIN asset a ON a.org_id = o.org_id AND a.id = o.asset_id JOIN person p ON p.org_id = o.org_id AND p.id = o.taken_by
     JOIN work_order w ON w.org_id = o.org_id AND w.id = o.work_order_id
     LEFT JOIN rule r ON r.org_id = o.org_id AND r.id = o.rule_id LEFT JOIN point pt ON pt.org_id = o.org_id AND pt.no = o.point_no
     WHERE o.org_id = $1::uuid AND o.ended_at IS NULL AND ($2::uuid[] IS NULL OR o.site_id = ANY($2::uuid[])) AND ($3::uuid IS NULL OR o.asset_id = $3::uuid) ORDER BY o.taken_at LIMIT 500`,
    [tx.orgId, sitesParam(sites), assetId],
  )

/** SuppressedRow is an alarm that stands and says nothing: suppressed by design, or in maintenance. */
export interface SuppressedRow extends HeldAlarm {
  readonly id: string
  readonly priority: number
  readonly openedAt: Date
  readonly byDesign: boolean
  /** Why it is in maintenance. */
  readonly reason: string | null
}

/** suppressed lists the alarms that stand and are suppressed, the most urgent first. */
export const suppressed = (tx: Tx, sites: Sites): Promise<SuppressedRow[]> =>
  tx.exec.query<SuppressedRow>(
    `SELECT i.id, i.site_id AS "siteId", ${NAMES}, ${MODE}, r.name AS "ruleName", i.priority, i.opened_at AS "openedAt", coalesce(i.held = 'by-design', false) AS "byDesign",
            i.suppressed_reason AS reason
     FROM incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id JOIN rule r ON r.org_id = i.org_id AND r.id = i.rule_id
     LEFT JOIN failure_mode fm ON fm.org_id = i.org_id AND fm.class_id = a.class_id AND fm.code = i.failure_mode
     WHERE i.org_id = $1::uuid AND i.state = 'open' AND (i.held = 'by-design' OR (i.held IS NULL AND i.suppressed)) AND ($2::uuid[] IS NULL OR i.site_id = ANY($2::uuid[]))
     ORDER BY i.priority, i.opened_at DESC LIMIT 500`,
    [tx.orgId, sitesParam(sites)],
  )

/** SuppressionRow is a suppression by design, as it is configured. */
export interface SuppressionRow {
  readonly id: string
  readonly siteId: string
  readonly assetTag: string
  readonly assetName: string
  readonly causeTag: string
  readonly pointName: string
  readonly unit: string
  readonly direction: 'above' | 'below'
  readonly limit: number
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** suppressions lists the suppressions by design that are configured. */
export const suppressions = (tx: Tx, sites: Sites): Promise<SuppressionRow[]> =>
  tx.exec.query<SuppressionRow>(
    `SELECT s.id, s.site_id AS "siteId", a.tag AS "assetTag", a.name AS "assetName", c.tag AS "causeTag", p.name AS "pointName", p.unit, s.direction, s."limit", s.reason,
            who.name AS by, s.created_at AS at
     FROM alarm_suppression s JOIN asset a ON a.org_id = s.org_id AND a.id = s.asset_id
     JOIN point p ON p.org_id = s.org_id AND p.no = s.cause_point_no JOIN asset c ON c.org_id = p.org_id AND c.id = p.asset_id
     JOIN person who ON who.org_id = s.org_id AND who.id = s.created_by
     WHERE s.org_id = $1::uuid AND s.ended_at IS NULL AND ($2::uuid[] IS NULL OR s.site_id = ANY($2::uuid[])) ORDER BY a.tag, s.created_at LIMIT 500`,
    [tx.orgId, sitesParam(sites)],
  )
