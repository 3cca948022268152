import type { Tx } from '#server/platform/db.ts'
import { sitesParam, type Sites } from './alarm-row.ts'

/** Period is [from, to). */
export interface Period {
  readonly from: Date
  readonly to: Date
}

// A new alarm is an episode that opened and said so: not in maintenance, not held, not found long after.
const NEW = `i.org_id = $1::uuid AND i.opened_at >= $3::timestamptz AND i.opened_at < $4::timestamptz AND ($2::uuid[] IS NULL OR i.site_id = ANY($2::uuid[]))
  AND NOT i.suppressed AND NOT i.happened_offline`
const params = (tx: Tx, sites: Sites, { from, to }: Period): unknown[] => [tx.orgId, sitesParam(sites), from, to]

/** newPerHour counts new alarms by hour (of UTC), and how many of them were folded under a first-out; hours without any are left out. */
export const newPerHour = (tx: Tx, sites: Sites, period: Period): Promise<{ at: Date; n: number; folded: number }[]> =>
  tx.exec.query(
    `SELECT date_trunc('hour', i.opened_at, 'UTC') AS at, count(*)::int AS n, (count(*) FILTER (WHERE i.parent_id IS NOT NULL))::int AS folded
     FROM incident i WHERE ${NEW} AND i.held IS NULL GROUP BY 1 ORDER BY 1`,
    params(tx, sites, period),
  )

/** newPerSpan counts new alarms by line and span of 10 minutes; spans without any are left out. */
export const newPerSpan = (tx: Tx, sites: Sites, period: Period): Promise<{ groupId: string; group: string; at: Date; n: number }[]> =>
  tx.exec.query(
    `SELECT coalesce(g.id, a.id) AS "groupId", coalesce(g.name, a.name) AS "group", date_bin('10 minutes', i.opened_at, '2000-01-01T00:00:00Z') AS at, count(*)::int AS n
     FROM incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id LEFT JOIN asset g ON g.org_id = i.org_id AND g.id = i.group_id
     WHERE ${NEW} AND i.held IS NULL GROUP BY 1, 2, 3 ORDER BY 3, 2`,
    params(tx, sites, period),
  )

/** ActorRow is an alarm with how often it came. */
export interface ActorRow {
  readonly key: string
  readonly incidentId: string
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly modeCode: string | null
  readonly modeName: string | null
  readonly modeText: unknown
  readonly ruleName: string
  readonly n: number
}

/** newPerAlarm counts new episodes by alarm, those on a shelf included: noise that was put aside is noise. */
export const newPerAlarm = (tx: Tx, sites: Sites, period: Period): Promise<ActorRow[]> =>
  tx.exec.query<ActorRow>(
    `SELECT c.key, i.id AS "incidentId", a.id AS "assetId", a.tag AS "assetTag", a.name AS "assetName", fm.code AS "modeCode", fm.name AS "modeName", fm.text AS "modeText", r.name AS "ruleName", c.n
     FROM (SELECT i.key, count(*)::int AS n, (array_agg(i.id ORDER BY i.opened_at DESC))[1] AS id FROM incident i WHERE ${NEW} GROUP BY i.key) AS c
     JOIN incident i ON i.org_id = $1::uuid AND i.id = c.id JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id JOIN rule r ON r.org_id = i.org_id AND r.id = i.rule_id
     LEFT JOIN failure_mode fm ON fm.org_id = i.org_id AND fm.class_id = a.class_id AND fm.code = i.failure_mode ORDER BY c.n DESC, a.tag`,
    params(tx, sites, period),
  )

/** FloodRow is a flood with its line, its first-out and how many alarms it took in. */
export interface FloodRow {
  readonly id: string
  readonly line: string
  readonly parentId: string
  readonly assetTag: string
  readonly assetName: string
  readonly firstAt: Date
  readonly endsAt: Date
  readonly alarms: number
  readonly machines: number
}

/** floodsIn lists the floods of a period, the newest first. */
export const floodsIn = (tx: Tx, sites: Sites, period: Period): Promise<FloodRow[]> =>
  tx.exec.query<FloodRow>(
    `SELECT f.id, g.name AS line, f.parent_id AS "parentId", a.tag AS "assetTag", a.name AS "assetName", f.first_at AS "firstAt", f.ends_at AS "endsAt",
            (1 + count(DISTINCT c.key))::int AS alarms,
            (1 + count(DISTINCT c.asset_id) FILTER (WHERE c.asset_id <> i.asset_id))::int AS machines
     FROM alarm_flood f JOIN asset g ON g.org_id = f.org_id AND g.id = f.group_id JOIN incident i ON i.org_id = f.org_id AND i.id = f.parent_id
     JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
     LEFT JOIN incident c ON c.org_id = f.org_id AND c.parent_id = f.parent_id
     WHERE f.org_id = $1::uuid AND f.ends_at > $3::timestamptz AND f.first_at < $4::timestamptz AND ($2::uuid[] IS NULL OR f.site_id = ANY($2::uuid[]))
     GROUP BY f.id, g.name, f.parent_id, a.tag, a.name, f.first_at, f.ends_at HAVING count(c.id) > 0 ORDER BY f.first_at DESC LIMIT 50`,
    params(tx, sites, period),
  )
