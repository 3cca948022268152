import type { JournalType } from '#server/core/alarms/journal.ts'
import type { AlarmState } from '#server/core/alarms/state.ts'
import type { Actor } from '#server/core/people/actor.ts'
import type { Exec } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** Tenant is a transaction of one tenant, whoever opened it: people's and machines' both are one. */
export interface Tenant {
  readonly orgId: string
  readonly exec: Exec
}

/** JournalEntry is one thing that happened to an alarm. */
export interface JournalEntry {
  readonly siteId: string
  readonly assetId: string
  readonly key: string
  readonly incidentId: string | null
  readonly type: JournalType
  readonly at: Date
  readonly from: AlarmState | null
  readonly to: AlarmState | null
  /** Why, until when, under which alarm. */
  readonly data: Readonly<Record<string, unknown>>
}

/** personOf is the person who acts; null for machines and the system. */
export const personOf = (actor: Actor): string | null => (actor.type === 'person' ? actor.personId : null)

/** writeJournal appends to the alarms' journal, in the transaction of what happened. */
export async function writeJournal({ orgId, exec }: Tenant, actor: Actor, entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ siteId, assetId, incidentId, from, to, at, ...rest }) => ({
    ...rest, id: newId(), site_id: siteId, asset_id: assetId, incident_id: incidentId, from_state: from, to_state: to, at: at.toISOString(),
  }))
  await exec.query(
    `INSERT INTO alarm_event (org_id, id, site_id, asset_id, key, incident_id, type, at, actor_type, actor_id, from_state, to_state, data)
     SELECT $1::uuid, e.id, e.site_id, e.asset_id, e.key, e.incident_id, e.type, e.at, $3, $4::uuid, e.from_state, e.to_state, e.data
     FROM jsonb_to_recordset($2::jsonb) AS e(id uuid, site_id uuid, asset_id uuid, key text, incident_id uuid, type text, at timestamptz, from_state text, to_state text, data jsonb)`,
    [orgId, JSON.stringify(rows), actor.type, personOf(actor)],
  )
}
