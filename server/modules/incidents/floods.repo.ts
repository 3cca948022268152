import type { LineAlarm } from '#server/core/alarms/flood.ts'
import type { Flood } from '#server/core/alarms/fold.ts'
import type { Place } from '#server/core/alarms/group.ts'
import { newId } from '#server/platform/ids.ts'
import type { Tenant } from './journal.repo.ts'

/** placesAbove reads, for each asset, the way from itself up to the top of its tree. */
export async function placesAbove({ orgId, exec }: Tenant, assetIds: readonly string[]): Promise<Map<string, Place[]>> {
  const rows = await exec.query<{ of: string; id: string; level: string }>(
    `WITH RECURSIVE up AS (
       SELECT a.id AS of, a.id, a.level, a.parent_id, 0 AS depth FROM asset a WHERE a.org_id = $1::uuid AND a.id = ANY($2::uuid[])
       UNION ALL SELECT up.of, a.id, a.level, a.parent_id, up.depth + 1 FROM up JOIN asset a ON a.org_id = $1::uuid AND a.id = up.parent_id WHERE up.depth < 50
     ) SELECT of, id, level FROM up ORDER BY of, depth`,
    [orgId, [...new Set(assetIds)]],
  )
  return Map.groupBy(rows, (row) => row.of)
}

/** setGroups writes down whose floods incidents count for. */
export async function setGroups({ orgId, exec }: Tenant, rows: readonly { readonly id: string; readonly groupId: string | null }[]): Promise<void> {
  await exec.query(
    `UPDATE incident i SET group_id = g."groupId" FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, "groupId" uuid) WHERE i.org_id = $1::uuid AND i.id = g.id`,
    [orgId, JSON.stringify(rows)],
  )
}

/** GroupedAlarm is an alarm of a line with what its journal needs. */
export interface GroupedAlarm extends LineAlarm {
  readonly groupId: string
  readonly parentId: string | null
  readonly siteId: string
  readonly assetId: string
}

const MS = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`
const ALARM = `i.id, i.key, ${MS('i.opened_at')} AS "openedAt", i.priority, coalesce(fm.safety, false) AS safety, i.group_id AS "groupId",
     i.parent_id AS "parentId", i.site_id AS "siteId", i.asset_id AS "assetId"`
const FROM = `FROM incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
     LEFT JOIN failure_mode fm ON fm.org_id = i.org_id AND fm.class_id = a.class_id AND fm.code = i.failure_mode`

/** callingSince reads the lines' alarms that opened in (fromMs, toMs) and call people. */
export const callingSince = ({ orgId, exec }: Tenant, groupIds: readonly string[], fromMs: number, toMs: number): Promise<GroupedAlarm[]> =>
  exec.query<GroupedAlarm>(
    `SELECT ${ALARM} ${FROM}
     WHERE i.org_id = $1::uuid AND i.group_id = ANY($2::uuid[]) AND i.opened_at > $3::timestamptz AND i.opened_at < $4::timestamptz
       AND i.held IS NULL AND NOT i.suppressed AND NOT i.happened_offline ORDER BY i.opened_at, i.key`,
    [orgId, groupIds, new Date(fromMs), new Date(toMs)],
  )

/** StoredFlood is a flood as stored, with the line it is on. */
export interface StoredFlood extends Flood {
  readonly id: string
  readonly groupId: string
}

/** runningFloods takes the lines' floods that are not over at a time (ms) for this transaction. */
export async function runningFloods({ orgId, exec }: Tenant, groupIds: readonly string[], atMs: number): Promise<StoredFlood[]> {
  const rows = await exec.query<LineAlarm & { floodId: string; groupId: string; beganAt: number; endsAt: number }>(
    `SELECT ${ALARM}, f.id AS "floodId", f.group_id AS "groupId", ${MS('f.began_at')} AS "beganAt", ${MS('f.ends_at')} AS "endsAt"
     FROM alarm_flood f JOIN (incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id) ON i.org_id = f.org_id AND i.id = f.parent_id
     LEFT JOIN failure_mode fm ON fm.org_id = i.org_id AND fm.class_id = a.class_id AND fm.code = i.failure_mode
     WHERE f.org_id = $1::uuid AND f.group_id = ANY($2::uuid[]) AND f.ends_at > $3::timestamptz ORDER BY f.began_at, f.first_at, i.key FOR UPDATE OF f`,
    [orgId, groupIds, new Date(atMs)],
  )
  return rows.map(({ floodId, groupId, beganAt, endsAt, id, key, openedAt, priority, safety }) => (
    { id: floodId, groupId, beganAt, endsAt, parent: { id, key, openedAt, priority, safety } }))
}

/** saveFloods writes floods down: those with an id are moved on, the others begin. */
export async function saveFloods({ orgId, exec }: Tenant, siteId: string, floods: readonly (Flood & { readonly id?: string; readonly groupId: string })[]): Promise<void> {
  if (floods.length === 0) return
  const rows = floods.map(({ id, groupId, parent, beganAt, endsAt }) => ({
    id: id ?? newId(), group: groupId, parent: parent.id, first: new Date(parent.openedAt), began: new Date(beganAt), ends: new Date(endsAt),
  }))
  await exec.query(
    `INSERT INTO alarm_flood (org_id, id, site_id, group_id, parent_id, first_at, began_at, ends_at)
     SELECT $1::uuid, f.id, $2::uuid, f."group", f.parent, f.first, f.began, f.ends
     FROM jsonb_to_recordset($3::jsonb) AS f(id uuid, "group" uuid, parent uuid, first timestamptz, began timestamptz, ends timestamptz)
     ON CONFLICT (org_id, id) DO UPDATE SET parent_id = excluded.parent_id, first_at = excluded.first_at, ends_at = excluded.ends_at`,
    [orgId, siteId, JSON.stringify(rows)],
  )
}

/** setParents writes down under which alarm incidents are folded; null for none. */
export async function setParents({ orgId, exec }: Tenant, rows: readonly { readonly id: string; readonly parentId: string | null }[]): Promise<void> {
  if (rows.length === 0) return
  await exec.query(
    `UPDATE incident i SET parent_id = p."parentId" FROM jsonb_to_recordset($2::jsonb) AS p(id uuid, "parentId" uuid) WHERE i.org_id = $1::uuid AND i.id = p.id`,
    [orgId, JSON.stringify(rows)],
  )
}
