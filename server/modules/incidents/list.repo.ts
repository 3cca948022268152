import type { Tx } from '#server/platform/db.ts'
import { ALARM_JOINS, ALARM_ROW, sitesParam, type AlarmListRow, type AlarmPlace, type Sites } from './alarm-row.ts'
import { filterCondition, type AlarmFilter } from './list-filter.ts'

const STANDING = `('unacknowledged-active', 'acknowledged-active', 'unacknowledged-returned')`

// One row an alarm (key): its newest episode that somebody still has to do with. A first-out that is over stands for what is folded under it.
const standingAlarms = (condition: string): string => `
  WITH standing AS (
    SELECT DISTINCT ON (i.key) i.*, al.state AS alarm_state, al.acknowledged_at, al.acknowledged_by, parent.key AS parent_key
    FROM alarm al JOIN incident i ON i.org_id = al.org_id AND i.id = al.incident_id
    LEFT JOIN incident parent ON parent.org_id = i.org_id AND parent.id = i.parent_id
    WHERE al.org_id = $1::uuid AND al.state IN ${STANDING} AND ($2::uuid[] IS NULL OR i.site_id = ANY($2::uuid[]))
    ORDER BY i.key, (i.state = 'open') DESC, i.opened_at DESC
  ), chosen AS (
    SELECT i.* FROM standing i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id JOIN rule r ON r.org_id = i.org_id AND r.id = i.rule_id WHERE ${condition}
  ), heads AS (
    SELECT DISTINCT ON (i.key) i.*, coalesce(al.state, 'normal') AS alarm_state, al.acknowledged_at, al.acknowledged_by, NULL::text AS parent_key
    FROM incident i LEFT JOIN alarm al ON al.org_id = i.org_id AND al.incident_id = i.id
    WHERE i.org_id = $1::uuid AND i.key IN (SELECT c.parent_key FROM chosen c) AND i.key NOT IN (SELECT c.key FROM chosen c)
    ORDER BY i.key, i.opened_at DESC
  ), listed AS (SELECT * FROM chosen UNION ALL SELECT * FROM heads),
  ranked AS (
    SELECT l.*, CASE l.alarm_state WHEN 'unacknowledged-active' THEN 0 WHEN 'acknowledged-active' THEN 1 WHEN 'unacknowledged-returned' THEN 2 ELSE 3 END AS own_rank FROM listed l
  ), under AS (
    SELECT parent_key AS key, count(*)::int AS folded, (count(*) FILTER (WHERE own_rank = 0))::int AS folded_new, min(own_rank) AS best FROM ranked WHERE parent_key IS NOT NULL GROUP BY parent_key
  ), grouped AS (
    SELECT r.*, coalesce(u.folded, 0) AS folded, coalesce(u.folded_new, 0) AS folded_new, least(r.own_rank, u.best) AS rank FROM ranked r LEFT JOIN under u ON u.key = r.key
  )`

/** AlarmSlice is which part of a list is read: what comes after a place, and with `under` what is folded under one alarm (its key). */
export interface AlarmSlice {
  readonly after: AlarmPlace | null
  readonly limit: number
  readonly under: string | null
}

/** listAlarms reads a page of standing alarms: what nobody has seen first, then by priority and time; each first-out stands for what is folded under it. */
export function listAlarms(tx: Tx, filter: AlarmFilter & { readonly sites: Sites }, page: AlarmSlice): Promise<AlarmListRow[]> {
  const params: unknown[] = [tx.orgId, sitesParam(filter.sites)]
  const condition = filterCondition(filter, (value) => `$${params.push(value)}`)
  const under = `$${params.push(page.under)}::text`
  const { after } = page
  // The newest first; what is folded stands in the order in which it came.
  const age = (time: string): string => `${page.under === null ? '-' : ''}extract(epoch FROM ${time})`
  const further = after === null ? '' : `AND (g.rank, g.priority, ${age('g.opened_at')}, g.id)
    > ($${params.push(after.rank)}::int, $${params.push(after.priority)}::int, ${age(`$${params.push(after.openedAt)}::timestamptz`)}, $${params.push(after.id)}::uuid)`
  return tx.exec.query<AlarmListRow>(
    `${standingAlarms(condition)}
     SELECT * FROM (SELECT ${ALARM_ROW} FROM grouped g ${ALARM_JOINS}
       WHERE CASE WHEN ${under} IS NULL THEN g.parent_key IS NULL OR g.folded > 0 ELSE g.parent_key = ${under} AND g.folded = 0 END ${further}
       ORDER BY g.rank, g.priority, ${age('g.opened_at')}, g.id LIMIT $${params.push(page.limit)}::int) AS page
     ORDER BY rank, priority, ${age('"openedAt"')}, id`,
    params,
  )
}

/** AlarmCounts counts alarms: nobody has seen, seen, over but not seen, active for longer than a time, and those that are held. */
export interface AlarmCounts {
  readonly unacknowledged: number
  readonly acknowledged: number
  readonly returned: number
  readonly stale: number
  readonly held: number
}

/** countAlarms counts the alarms of the sites; stale ones have been active since before a time. */
export async function countAlarms(tx: Tx, sites: Sites, staleBefore: Date): Promise<AlarmCounts> {
  const [row] = await tx.exec.query<AlarmCounts>(
    `SELECT (count(*) FILTER (WHERE state = 'unacknowledged-active'))::int AS unacknowledged, (count(*) FILTER (WHERE state = 'acknowledged-active'))::int AS acknowledged,
            (count(*) FILTER (WHERE state = 'unacknowledged-returned'))::int AS returned,
            (count(*) FILTER (WHERE state IN ('unacknowledged-active', 'acknowledged-active') AND opened_at < $3::timestamptz))::int AS stale,
            (SELECT count(*)::int FROM alarm_shelf s WHERE s.org_id = $1::uuid AND s.ended_at IS NULL AND ($2::uuid[] IS NULL OR s.site_id = ANY($2::uuid[])))
            + (SELECT count(*)::int FROM alarm_outage o WHERE o.org_id = $1::uuid AND o.ended_at IS NULL AND ($2::uuid[] IS NULL OR o.site_id = ANY($2::uuid[])))
            + (SELECT count(*)::int FROM incident h WHERE h.org_id = $1::uuid AND h.held = 'by-design' AND h.state = 'open' AND ($2::uuid[] IS NULL OR h.site_id = ANY($2::uuid[]))) AS held
     FROM (SELECT DISTINCT ON (i.key) al.state, i.opened_at FROM alarm al JOIN incident i ON i.org_id = al.org_id AND i.id = al.incident_id
           WHERE al.org_id = $1::uuid AND al.state IN ${STANDING} AND ($2::uuid[] IS NULL OR i.site_id = ANY($2::uuid[]))
           ORDER BY i.key, (i.state = 'open') DESC, i.opened_at DESC) AS standing`,
    [tx.orgId, sitesParam(sites), staleBefore],
  )
  return row ?? { unacknowledged: 0, acknowledged: 0, returned: 0, stale: 0, held: 0 }
}

/** activationsOf reads when alarms (keys) became active, within a time before each key's newest one: by key, epoch ms. */
export async function activationsOf(tx: Tx, keys: readonly string[], withinMs: number): Promise<ReadonlyMap<string, number[]>> {
  if (keys.length === 0) return new Map()
  const rows = await tx.exec.query<{ key: string; at: number }>(
    `SELECT i.key, (extract(epoch FROM t.at) * 1000)::float8 AS at FROM incident i JOIN transition t ON t.org_id = i.org_id AND t.incident_id = i.id AND t.to_phase = 'firing'
     JOIN (SELECT n.key, max(n.last_at) AS last FROM incident n WHERE n.org_id = $1::uuid AND n.key = ANY($2::text[]) GROUP BY n.key) AS newest ON newest.key = i.key
     WHERE i.org_id = $1::uuid AND i.key = ANY($2::text[]) AND i.last_at >= newest.last - $3 * interval '1 millisecond' AND t.at >= newest.last - $3 * interval '1 millisecond'`,
    [tx.orgId, keys, withinMs],
  )
  return new Map([...Map.groupBy(rows, (row) => row.key)].map(([key, own]) => [key, own.map((row) => row.at)]))
}
