import type { AlarmState } from '#server/core/alarms/state.ts'

/** Sites is where the person may look: every site, or these. */
export type Sites = 'all' | readonly string[]

/** sitesParam is the sites as a query takes them: null for all. */
export const sitesParam = (sites: Sites): readonly string[] | null => (sites === 'all' ? null : sites)

/** AlarmPlace is where a page of alarms ends: the sort values of its last row. */
export interface AlarmPlace {
  readonly rank: number
  readonly priority: number
  readonly openedAt: Date
  readonly id: string
}

/** AlarmListRow is an alarm by its newest episode, as the list shows it. */
export interface AlarmListRow extends AlarmPlace {
  readonly key: string
  readonly siteId: string
  readonly state: AlarmState
  readonly resolvedAt: Date | null
  readonly lastAt: Date
  readonly acknowledgedAt: Date | null
  readonly acknowledgedByName: string | null
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly groupName: string | null
  readonly modeCode: string | null
  readonly modeName: string | null
  readonly consequence: string | null
  readonly modeText: unknown
  readonly safety: boolean
  readonly ruleId: string
  readonly ruleName: string
  readonly pointName: string
  readonly unit: string
  readonly definition: unknown
  readonly value: number
  readonly limit: number
  readonly gateValue: number | null
  readonly happenedOffline: boolean
  readonly orderId: string | null
  readonly orderNo: number | null
  readonly orderStatus: string | null
  /** How many alarms are folded under it, and how many of them nobody has seen. */
  readonly folded: number
  readonly foldedNew: number
  readonly parentId: string | null
}

/** ALARM_ROW are the columns of an AlarmListRow, over an incident `g` with its alarm's state, rank and what is folded under it. */
export const ALARM_ROW = `
  g.id, g.key, g.site_id AS "siteId", g.alarm_state AS state, g.rank, g.priority, g.opened_at AS "openedAt", g.resolved_at AS "resolvedAt", g.last_at AS "lastAt",
  g.acknowledged_at AS "acknowledgedAt", seen.name AS "acknowledgedByName", a.id AS "assetId", a.tag AS "assetTag", a.name AS "assetName", grp.name AS "groupName",
  g.failure_mode AS "modeCode", fm.name AS "modeName", fm.consequence, fm.text AS "modeText", coalesce(fm.safety, false) AS safety,
  g.rule_id AS "ruleId", r.name AS "ruleName", p.name AS "pointName", p.unit, v.definition, g.value, g."limit", g.gate_value AS "gateValue", g.happened_offline AS "happenedOffline",
  w.id AS "orderId", w.no AS "orderNo", w.status AS "orderStatus", g.folded, g.folded_new AS "foldedNew", g.parent_id AS "parentId"`

/** ALARM_JOINS are the tables that ALARM_ROW reads. */
export const ALARM_JOINS = `
  JOIN asset a ON a.org_id = g.org_id AND a.id = g.asset_id
  JOIN rule r ON r.org_id = g.org_id AND r.id = g.rule_id
  JOIN rule_version v ON v.org_id = g.org_id AND v.id = g.rule_version_id
  JOIN point p ON p.org_id = g.org_id AND p.no = g.point_no
  LEFT JOIN asset grp ON grp.org_id = g.org_id AND grp.id = g.group_id
  LEFT JOIN failure_mode fm ON fm.org_id = g.org_id AND fm.class_id = a.class_id AND fm.code = g.failure_mode
  LEFT JOIN person seen ON seen.org_id = g.org_id AND seen.id = g.acknowledged_by
  LEFT JOIN work_order w ON w.org_id = g.org_id AND w.incident_key = g.key AND w.status NOT IN ('closed', 'cancelled', 'rejected')`
