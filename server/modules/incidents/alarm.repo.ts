import { alarmState, type AlarmState } from '#server/core/alarms/state.ts'
import { newId } from '#server/platform/ids.ts'
import type { Tenant } from './journal.repo.ts'

/** AlarmRow is how an alarm is written down. */
export interface AlarmRow {
  readonly incidentId: string
  readonly state: AlarmState
  readonly acknowledgedBy: string | null
  readonly acknowledgedAt: string | null
}

/** StoredAlarm is how an alarm was written down last; its state is null when it never was. */
export type StoredAlarm = Omit<AlarmRow, 'state'> & { readonly state: AlarmState | null }

/** lockAlarms makes sure that every incident has an alarm, and takes them for this transaction, always in the same order; new ones have no state yet. */
export async function lockAlarms({ orgId, exec }: Tenant, incidentIds: readonly string[]): Promise<Map<string, StoredAlarm>> {
  const ids = [...new Set(incidentIds)].sort()
  await exec.query(
    `INSERT INTO alarm (org_id, id, incident_id, state, updated_at)
     SELECT $1::uuid, n.id, n.incident_id, 'new', now() FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, incident_id uuid)
     ON CONFLICT (org_id, incident_id) DO NOTHING`,
    [orgId, JSON.stringify(ids.map((id) => ({ id: newId(), incident_id: id })))],
  )
  const rows = await exec.query<Omit<AlarmRow, 'state' | 'acknowledgedAt'> & { state: string; acknowledgedAt: Date | null }>(
    `SELECT incident_id AS "incidentId", state, acknowledged_by AS "acknowledgedBy", acknowledged_at AS "acknowledgedAt"
     FROM alarm WHERE org_id = $1::uuid AND incident_id = ANY($2::uuid[]) ORDER BY incident_id FOR UPDATE`,
    [orgId, ids],
  )
  return new Map(rows.map((row) => [row.incidentId, { ...row, state: alarmState.safeParse(row.state).data ?? null, acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null }]))
}

/** saveAlarms writes alarms down. */
export async function saveAlarms({ orgId, exec }: Tenant, rows: readonly AlarmRow[]): Promise<void> {
  if (rows.length === 0) return
  await exec.query(
    `UPDATE alarm a SET state = n.state, acknowledged_by = n."acknowledgedBy", acknowledged_at = n."acknowledgedAt", updated_at = now()
     FROM jsonb_to_recordset($2::jsonb) AS n("incidentId" uuid, state text, "acknowledgedBy" uuid, "acknowledgedAt" timestamptz)
     WHERE a.org_id = $1::uuid AND a.incident_id = n."incidentId"`,
    [orgId, JSON.stringify(rows)],
  )
}
