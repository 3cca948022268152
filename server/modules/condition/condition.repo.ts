import type pg from 'pg'
import { newId } from '../../platform/ids.ts'
import type { Effects, IncidentView, OpenIncident } from '#server/core/condition/types.ts'

/** Track is one way of judging a lane's readings: live, what an edge sends after it was offline, or by shadow versions that only count. */
export type Track = 'live' | 'backlog' | 'shadow'

/** JudgedRule is a rule version that is judged, as stored: the published one live, the one that is only watched in shadow. */
export interface JudgedRule {
  readonly track: 'live' | 'shadow'
  readonly ruleId: string
  readonly ruleVersionId: string
  readonly classId: string | null
  readonly assetId: string | null
  readonly definition: unknown
}

/** loadJudgedRules reads the published and the shadow version of every rule of the organization. */
export async function loadJudgedRules(client: pg.ClientBase, orgId: string): Promise<JudgedRule[]> {
  const result = await client.query<JudgedRule>(
    `SELECT t.track, r.id AS "ruleId", v.id AS "ruleVersionId", r.class_id AS "classId", r.asset_id AS "assetId", v.definition
     FROM rule r
     CROSS JOIN LATERAL (VALUES ('live', CASE WHEN r.status = 'published' THEN r.published_version END), ('shadow', CASE WHEN r.status <> 'retired' THEN r.shadow_version END))
       AS t (track, version)
     JOIN rule_version v ON v.org_id = r.org_id AND v.rule_id = r.id AND v.version = t.version
     WHERE r.org_id = $1 ORDER BY r.id`,
    [orgId],
  )
  return result.rows
}

/** StoredRuleState is a rule's state on a point as stored. */
export interface StoredRuleState {
  readonly ruleId: string
  readonly ruleVersionId: string
  readonly pointNo: number
  readonly level: number
  readonly state: unknown
}

/** loadRuleStates reads the states that a lane has saved on a track. */
export async function loadRuleStates(client: pg.ClientBase, orgId: string, laneNo: number, track: Track): Promise<StoredRuleState[]> {
  const result = await client.query<StoredRuleState>(
    `SELECT rule_id AS "ruleId", rule_version_id AS "ruleVersionId", point_no AS "pointNo", level, state FROM rule_state
     WHERE org_id = $1 AND lane_no = $2 AND track = $3 ORDER BY rule_id, point_no, level`,
    [orgId, laneNo, track],
  )
  return result.rows
}

/** forgetRuleStates drops states of rule versions that are judged no more, so that one which is judged again begins anew. */
export async function forgetRuleStates(client: pg.ClientBase, orgId: string, track: Track, gone: readonly Pick<StoredRuleState, 'ruleVersionId' | 'pointNo'>[]): Promise<void> {
  if (gone.length === 0) return
  await client.query(
    `DELETE FROM rule_state s USING unnest($3::uuid[], $4::int[]) AS gone (version_id, point_no)
     WHERE s.org_id = $1 AND s.track = $2 AND s.rule_version_id = gone.version_id AND s.point_no = gone.point_no`,
    [orgId, track, gone.map((state) => state.ruleVersionId), gone.map((state) => state.pointNo)],
  )
}

/** loadOpenIncidents reads the open incidents of a site: those judged live, or those found in a backlog. */
export async function loadOpenIncidents(client: pg.ClientBase, orgId: string, siteId: string, track: 'live' | 'backlog'): Promise<OpenIncident[]> {
  const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`
  const result = await client.query<OpenIncident>(
    `SELECT key, asset_id AS "assetId", failure_mode AS "failureMode", rule_id AS "ruleId", rule_version_id AS "ruleVersionId", point_no AS "pointNo",
            state, priority, coalesce(current_priority, priority) AS "currentPriority", ${ms('opened_at')} AS "openedAt", ${ms('last_at')} AS "lastAt", NULL AS "resolvedAt", value, "limit",
            peak_value AS "peakValue", ${ms('peak_at')} AS "peakAt", gate_value AS "gateValue", firing, suppressed, suppressed_reason AS "suppressedReason"
     FROM incident WHERE org_id = $1 AND site_id = $2 AND state = 'open' AND happened_offline = $3 ORDER BY opened_at, key`,
    [orgId, siteId, track === 'backlog'],
  )
  return result.rows
}

/** saveRuleStates saves states of a track whose discrete part changed. */
export async function saveRuleStates(client: pg.ClientBase, orgId: string, laneNo: number, track: Track, states: Effects['states']): Promise<void> {
  if (states.length === 0) return
  await client.query(
    `INSERT INTO rule_state (org_id, lane_no, track, rule_id, point_no, level, rule_version_id, phase, state, deadline, updated_at)
     SELECT $1, $2, $9, s.rule_id, s.point_no, s.level, s.rule_version_id, s.phase, s.state::jsonb, to_timestamp(s.deadline / 1000.0), now()
     FROM unnest($3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::float8[], $10::int[])
       AS s(rule_id, point_no, rule_version_id, phase, state, deadline, level)
     ON CONFLICT (org_id, rule_id, point_no, track, level) DO UPDATE SET lane_no = excluded.lane_no, rule_version_id = excluded.rule_version_id, phase = excluded.phase,
       state = excluded.state, deadline = excluded.deadline, updated_at = now()`,
    [
      orgId, laneNo, states.map((s) => s.ruleId), states.map((s) => s.pointNo), states.map((s) => s.ruleVersionId), states.map((s) => s.state.phase),
      states.map((s) => JSON.stringify(s.state)), states.map((s) => s.deadline), track,
      states.map((s) => s.level),
    ],
  )
}

/** saveIncident upserts an episode by its key, opening time and track, and gives its id. */
export async function saveIncident(client: pg.ClientBase, orgId: string, siteId: string, track: 'live' | 'backlog', incident: IncidentView): Promise<string> {
  const at = (ms: number | null) => (ms === null ? null : new Date(ms))
  const result = await client.query<{ id: string }>(
    `INSERT INTO incident AS i (org_id, id, site_id, asset_id, key, failure_mode, rule_id, rule_version_id, point_no, state, priority, opened_at, last_at,
                           resolved_at, value, "limit", peak_value, peak_at, gate_value, firing, suppressed, suppressed_reason, happened_offline, current_priority)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
     ON CONFLICT (org_id, key, opened_at, happened_offline) DO UPDATE SET state = excluded.state, priority = excluded.priority, last_at = excluded.last_at,
       current_priority = excluded.current_priority,
       resolved_at = excluded.resolved_at, peak_value = excluded.peak_value, peak_at = excluded.peak_at, firing = excluded.firing,
       suppressed = excluded.suppressed, suppressed_reason = excluded.suppressed_reason, rule_id = excluded.rule_id, rule_version_id = excluded.rule_version_id,
       point_no = excluded.point_no, value = excluded.value, "limit" = excluded."limit", gate_value = excluded.gate_value
     RETURNING id`,
    [
      orgId, newId(), siteId, incident.assetId, incident.key, incident.failureMode, incident.ruleId, incident.ruleVersionId, incident.pointNo, incident.state,
      incident.priority, at(incident.openedAt), at(incident.lastAt), at(incident.resolvedAt), incident.value, incident.limit, incident.peakValue,
      at(incident.peakAt), incident.gateValue, incident.firing, incident.suppressed, incident.suppressedReason, track === 'backlog',
      incident.currentPriority,
    ],
  )
  const row = result.rows[0]
  if (!row) throw new Error(`incident ${incident.key} was not saved`)
  return row.id
}

/** saveTransitions appends what the rules did, each with the incident it belongs to. */
export async function saveTransitions(
  client: pg.ClientBase,
  orgId: string,
  inboxNo: string,
  transitions: Effects['transitions'],
  incidentIds: ReadonlyMap<string, string>,
): Promise<void> {
  if (transitions.length === 0) return
  const idOf = (t: Effects['transitions'][number]) => (t.incident ? (incidentIds.get(`${t.incident.key}@${t.incident.openedAt}`) ?? null) : null)
  await client.query(
    `INSERT INTO transition (org_id, id, rule_id, rule_version_id, point_no, asset_id, incident_id, at, from_phase, to_phase, reason, value, "limit", gate_value, inbox_no, level)
     SELECT $1, t.id, t.rule_id, t.version_id, t.point_no, t.asset_id, t.incident_id, to_timestamp(t.at / 1000.0), t.f, t.t, t.reason, t.value, t.lim, t.gate, $2, t.level
     FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::uuid[], $8::uuid[], $9::float8[], $10::text[], $11::text[], $12::text[], $13::float8[], $14::float8[], $15::float8[], $16::int[])
       AS t(id, rule_id, version_id, point_no, asset_id, incident_id, at, f, t, reason, value, lim, gate, level)`,
    [
      orgId, inboxNo, transitions.map(() => newId()), transitions.map((t) => t.ruleId), transitions.map((t) => t.ruleVersionId), transitions.map((t) => t.pointNo),
      transitions.map((t) => t.assetId), transitions.map(idOf), transitions.map((t) => t.at), transitions.map((t) => t.from), transitions.map((t) => t.to),
      transitions.map((t) => t.reason), transitions.map((t) => t.value), transitions.map((t) => t.limit), transitions.map((t) => t.gateValue), transitions.map((t) => t.level),
    ],
  )
}
