import type pg from 'pg'
import { newId } from '../../platform/ids.ts'
import type { IncidentView, OpenIncident } from '#server/core/condition/types.ts'

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`
const at = (time: number | null): Date | null => (time === null ? null : new Date(time))

/** loadShadowFirings reads the episodes of shadow versions that still last at a site. */
export async function loadShadowFirings(client: pg.ClientBase, orgId: string, siteId: string): Promise<OpenIncident[]> {
  const result = await client.query<OpenIncident>({
    name: 'shadow-lasting',
    text: `SELECT key, asset_id AS "assetId", NULL AS "failureMode", rule_id AS "ruleId", rule_version_id AS "ruleVersionId", point_no AS "pointNo", 'open' AS state, priority, priority AS "currentPriority",
                  ${ms('opened_at')} AS "openedAt", ${ms('last_at')} AS "lastAt", NULL AS "resolvedAt", value, "limit", peak_value AS "peakValue", ${ms('peak_at')} AS "peakAt",
                  gate_value AS "gateValue", firing, suppressed, suppressed_reason AS "suppressedReason"
           FROM shadow_firing WHERE org_id = $1 AND site_id = $2 AND resolved_at IS NULL ORDER BY opened_at, key`,
    values: [orgId, siteId],
  })
  return result.rows
}

/** saveShadowFiring upserts an episode of a shadow version by its version, key and opening time. */
export async function saveShadowFiring(client: pg.ClientBase, orgId: string, siteId: string, firing: IncidentView): Promise<void> {
  await client.query({
    name: 'shadow-save',
    text: `INSERT INTO shadow_firing (org_id, id, site_id, asset_id, rule_id, rule_version_id, point_no, key, opened_at, last_at, resolved_at, priority, value, "limit",
                                      peak_value, peak_at, gate_value, firing, suppressed, suppressed_reason)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
           ON CONFLICT (org_id, rule_version_id, key, opened_at) DO UPDATE SET last_at = excluded.last_at, resolved_at = excluded.resolved_at, priority = excluded.priority,
             point_no = excluded.point_no, value = excluded.value, "limit" = excluded."limit", peak_value = excluded.peak_value, peak_at = excluded.peak_at,
             gate_value = excluded.gate_value, firing = excluded.firing, suppressed = excluded.suppressed, suppressed_reason = excluded.suppressed_reason`,
    values: [
      orgId, newId(), siteId, firing.assetId, firing.ruleId, firing.ruleVersionId, firing.pointNo, firing.key, at(firing.openedAt), at(firing.lastAt), at(firing.resolvedAt),
      firing.priority, firing.value, firing.limit, firing.peakValue, at(firing.peakAt), firing.gateValue, firing.firing, firing.suppressed, firing.suppressedReason,
    ],
  })
}

// Of the source's points, and of points of which no other backlog under way speaks (one that another source feeds now, say).
const OWN_POINT = `(p.source_id = $3 OR NOT EXISTS (
  SELECT 1 FROM source_track_state other WHERE other.org_id = p.org_id AND other.source_id = p.source_id AND other.source_id <> $3 AND other.track = 'backlog'))`

/** OfflineEpisode is an open incident that was found in a backlog. */
export interface OfflineEpisode {
  readonly id: string
  readonly pointNo: number
  readonly lastAt: number
}

/** offlineEpisodesOf reads the open incidents that were found in the backlog of a source. */
export async function offlineEpisodesOf(client: pg.ClientBase, orgId: string, siteId: string, sourceId: string): Promise<OfflineEpisode[]> {
  const result = await client.query<OfflineEpisode>(
    `SELECT i.id, i.point_no AS "pointNo", ${ms('i.last_at')} AS "lastAt" FROM incident i JOIN point p ON p.org_id = i.org_id AND p.no = i.point_no
     WHERE i.org_id = $1 AND i.site_id = $2 AND i.state = 'open' AND i.happened_offline AND ${OWN_POINT} ORDER BY i.opened_at, i.id`,
    [orgId, siteId, sourceId],
  )
  return result.rows
}

/** endOfflineEpisodes resolves incidents, each at its time (epoch ms), and forgets what the backlog's rules remembered of the source's points. */
export async function endOfflineEpisodes(
  client: pg.ClientBase, orgId: string, siteId: string, sourceId: string, ended: readonly { readonly id: string; readonly at: number }[],
): Promise<void> {
  await client.query(
    `UPDATE incident i SET state = 'resolved', resolved_at = to_timestamp(e.at / 1000.0), firing = '{}'
     FROM unnest($2::uuid[], $3::float8[]) AS e (id, at) WHERE i.org_id = $1 AND i.id = e.id`,
    [orgId, ended.map((one) => one.id), ended.map((one) => one.at)],
  )
  await client.query(
    `DELETE FROM rule_state s USING point p WHERE s.org_id = $1 AND s.track = 'backlog' AND p.org_id = s.org_id AND p.no = s.point_no AND p.site_id = $2 AND ${OWN_POINT}`,
    [orgId, siteId, sourceId],
  )
  // Their saved signals, named "<rule>:<point>", would otherwise wait for the source's next backlog while another source's goes on.
  await client.query(
    `UPDATE lane_signals l SET signals = jsonb_set(l.signals, '{signals}', coalesce((
       SELECT jsonb_object_agg(one.key, one.value) FROM jsonb_each(l.signals -> 'signals') one
       WHERE NOT EXISTS (SELECT 1 FROM point p WHERE p.org_id = $1 AND p.site_id = $2 AND p.no::text = split_part(one.key, ':', 2) AND ${OWN_POINT})), '{}'))
     FROM lane WHERE lane.org_id = $1 AND lane.site_id = $2 AND l.lane_no = lane.no AND l.track = 'backlog'`,
    [orgId, siteId, sourceId],
  )
}
