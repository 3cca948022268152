import type { Tx } from '#server/platform/db.ts'
import { ALARM_JOINS, ALARM_ROW, type AlarmListRow } from './alarm-row.ts'

const EPISODES = 10
const TRANSITIONS = 60
const ORDERS = 20
const TRACK_RECORD_MONTHS = 12

/** readAlarm reads one alarm by one of its episodes; null when there is none. */
export async function readAlarm(tx: Tx, incidentId: string): Promise<AlarmListRow | null> {
  const rows = await tx.exec.query<AlarmListRow>(
    `SELECT ${ALARM_ROW} FROM (
       SELECT i.*, coalesce(al.state, 'normal') AS alarm_state, al.acknowledged_at, al.acknowledged_by,
              CASE al.state WHEN 'unacknowledged-active' THEN 0 WHEN 'acknowledged-active' THEN 1 WHEN 'unacknowledged-returned' THEN 2 ELSE 3 END AS rank,
              (SELECT count(DISTINCT c.key)::int FROM incident c WHERE c.org_id = i.org_id AND c.parent_id = i.id) AS folded,
              (SELECT count(DISTINCT c.key)::int FROM incident c JOIN alarm ca ON ca.org_id = c.org_id AND ca.incident_id = c.id
               WHERE c.org_id = i.org_id AND c.parent_id = i.id AND ca.state = 'unacknowledged-active') AS folded_new
       FROM incident i LEFT JOIN alarm al ON al.org_id = i.org_id AND al.incident_id = i.id WHERE i.org_id = $1::uuid AND i.id = $2::uuid
     ) AS g ${ALARM_JOINS}`,
    [tx.orgId, incidentId],
  )
  return rows[0] ?? null
}

/** TransitionRow is one change of a rule's phase in an episode. */
export interface TransitionRow {
  readonly at: Date
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly value: number | null
  readonly limit: number | null
  readonly gateValue: number | null
  readonly ruleName: string
}

/** transitionsIn reads what the rules did in an episode, the newest first. */
export const transitionsIn = (tx: Tx, incidentId: string): Promise<TransitionRow[]> =>
  tx.exec.query<TransitionRow>(
    `SELECT t.at, t.from_phase AS "from", t.to_phase AS "to", t.reason, t.value, t."limit", t.gate_value AS "gateValue", r.name AS "ruleName"
     FROM transition t JOIN rule r ON r.org_id = t.org_id AND r.id = t.rule_id
     WHERE t.org_id = $1::uuid AND t.incident_id = $2::uuid ORDER BY t.at DESC, t.id DESC LIMIT ${TRANSITIONS}`,
    [tx.orgId, incidentId],
  )

/** EarlierRow is an earlier episode of an alarm, with the order that took care of it. */
export interface EarlierRow {
  readonly id: string
  readonly openedAt: Date
  readonly resolvedAt: Date | null
  readonly priority: number
  readonly orderNo: number | null
  readonly verdict: string | null
}

/** earlierEpisodes reads the episodes of an alarm (key) before one, the newest first. */
export const earlierEpisodes = (tx: Tx, key: string, before: Date): Promise<EarlierRow[]> =>
  tx.exec.query<EarlierRow>(
    `SELECT i.id, i.opened_at AS "openedAt", i.resolved_at AS "resolvedAt", i.priority, w.no AS "orderNo", w.verdict
     FROM incident i LEFT JOIN LATERAL (
       SELECT o.no, o.verdict FROM work_order o JOIN evidence e ON e.org_id = o.org_id AND e.work_order_id = o.id AND e.incident_id = i.id
       WHERE o.org_id = i.org_id AND o.duplicate_of IS NULL ORDER BY o.created_at DESC LIMIT 1
     ) AS w ON true
     WHERE i.org_id = $1::uuid AND i.key = $2 AND i.opened_at < $3::timestamptz ORDER BY i.opened_at DESC LIMIT ${EPISODES}`,
    [tx.orgId, key, before],
  )

/** verdictsOf counts what was found about an alarm (key) in the last 12 months, by verdict. */
export const verdictsOf = (tx: Tx, key: string): Promise<{ verdict: string; n: number }[]> =>
  tx.exec.query<{ verdict: string; n: number }>(
    `SELECT verdict, count(*)::int AS n FROM work_order WHERE org_id = $1::uuid AND incident_key = $2 AND verdict IS NOT NULL AND duplicate_of IS NULL
       AND created_at > now() - interval '${TRACK_RECORD_MONTHS} months' GROUP BY verdict ORDER BY n DESC, verdict`,
    [tx.orgId, key],
  )

/** openOrdersOn lists an asset's open orders: what taking something out of service can be done under. */
export const openOrdersOn = (tx: Tx, assetId: string): Promise<{ id: string; no: number; title: string; text: unknown }[]> =>
  tx.exec.query<{ id: string; no: number; title: string; text: unknown }>(
    `SELECT id, no, title, text FROM work_order WHERE org_id = $1::uuid AND asset_id = $2::uuid AND status NOT IN ('closed', 'cancelled', 'rejected') ORDER BY no DESC LIMIT ${ORDERS}`,
    [tx.orgId, assetId],
  )

/** JournalRow is one entry of an alarm's journal. */
export interface JournalRow {
  readonly no: string
  readonly type: string
  readonly at: Date
  readonly actorType: string
  readonly actorName: string | null
  readonly fromState: string | null
  readonly toState: string | null
  readonly incidentId: string | null
  readonly data: unknown
}

/** journalOf reads the journal of an alarm (key), the newest entry first, before a number. */
export const journalOf = (tx: Tx, key: string, before: string | null, limit: number): Promise<JournalRow[]> =>
  tx.exec.query<JournalRow>(
    `SELECT e.no::text, e.type, e.at, e.actor_type AS "actorType", p.name AS "actorName", e.from_state AS "fromState", e.to_state AS "toState", e.incident_id AS "incidentId", e.data
     FROM alarm_event e LEFT JOIN person p ON p.org_id = e.org_id AND p.id = e.actor_id
     WHERE e.org_id = $1::uuid AND e.key = $2 AND ($3::bigint IS NULL OR e.no < $3::bigint) ORDER BY e.no DESC LIMIT $4::int`,
    [tx.orgId, key, before, limit],
  )
