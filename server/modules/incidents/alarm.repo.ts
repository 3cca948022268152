import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { alarmState, alarmStateOf, isAcknowledged, type AlarmState } from '#server/core/work-orders/alarm.ts'

/** IncidentAlarm is an alarm's state; acknowledged is true when this very call acknowledged it. */
export interface IncidentAlarm {
  readonly state: AlarmState
  readonly acknowledged: boolean
}

/** Acknowledgement is who has seen an alarm and when; by is null when the system says so. */
export interface Acknowledgement {
  readonly by: string | null
  readonly at: Date
}

/** syncAlarm gives an incident its alarm, or brings the alarm's state up to the incident's; returns it, or null when there is no such incident. */
export async function syncAlarm(tx: Tx, incidentId: string, acknowledge?: Acknowledgement): Promise<IncidentAlarm | null> {
  const { orgId } = tx
  const incident = await tx.db.incident.findUnique({ where: { orgId_id: { orgId, id: incidentId } }, select: { state: true, suppressed: true } })
  if (!incident) return null
  await tx.exec.query(
    `INSERT INTO alarm (org_id, id, incident_id, state, updated_at) VALUES ($1::uuid, $2::uuid, $3::uuid, 'unacknowledged-active', now()) ON CONFLICT (org_id, incident_id) DO NOTHING`,
    [orgId, newId(), incidentId],
  )
  const [locked] = await tx.exec.query<{ state: string; acknowledgedAt: Date | null }>(
    `SELECT state, acknowledged_at AS "acknowledgedAt" FROM alarm WHERE org_id = $1::uuid AND incident_id = $2::uuid FOR UPDATE`,
    [orgId, incidentId],
  )
  const previous = locked ?? { state: 'unacknowledged-active', acknowledgedAt: null }
  const now = acknowledge !== undefined && !isAcknowledged(previous) ? acknowledge : null
  const acknowledgedAt = now?.at ?? previous.acknowledgedAt
  const parsed = alarmState.safeParse(previous.state)
  const state = alarmStateOf(parsed.success ? parsed.data : null, { active: incident.state === 'open', acknowledged: acknowledgedAt !== null, suppressed: incident.suppressed })
  if (state !== previous.state || now)
    await tx.db.alarm.update({ where: { orgId_incidentId: { orgId, incidentId } }, data: { state, acknowledgedAt, ...(now ? { acknowledgedBy: now.by } : {}) } })
  return { state, acknowledged: now !== null }
}
