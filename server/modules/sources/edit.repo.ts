import type { Exec } from '#server/platform/db.ts'

/** NewSourceRow is a source about to be stored. */
export interface NewSourceRow {
  readonly id: string
  readonly siteId: string
  readonly name: string
  readonly kind: string
  readonly clock: 'live' | 'replay'
  readonly reorderWindowMs: number
  readonly config: unknown
}

/** insertSource stores a source with where it stands (nowhere yet); false when the site has one of that name. */
export async function insertSource(exec: Exec, orgId: string, row: NewSourceRow): Promise<boolean> {
  const made = await exec.query(
    `INSERT INTO source (org_id, id, site_id, name, kind, clock, reorder_window_ms, config) VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8::jsonb)
     ON CONFLICT (org_id, site_id, name) DO NOTHING RETURNING id`,
    [orgId, row.id, row.siteId, row.name, row.kind, row.clock, row.reorderWindowMs, JSON.stringify(row.config)],
  )
  if (made.length === 0) return false
  await exec.query('INSERT INTO lane (org_id, site_id) VALUES ($1::uuid, $2::uuid) ON CONFLICT (site_id) DO NOTHING', [orgId, row.siteId])
  await exec.query(
    `INSERT INTO source_state (source_id, org_id, lane_no, clock) SELECT $1::uuid, org_id, no, $4 FROM lane WHERE org_id = $2::uuid AND site_id = $3::uuid`,
    [row.id, orgId, row.siteId, row.clock],
  )
  return true
}

/** siteExists tells whether the site is one of the organization's. */
export const siteExists = async (exec: Exec, orgId: string, siteId: string): Promise<boolean> =>
  (await exec.query('SELECT 1 AS found FROM site WHERE org_id = $1::uuid AND id = $2::uuid', [orgId, siteId])).length > 0

/** LockedSource is a source whose row this transaction holds. */
export interface LockedSource {
  readonly siteId: string
  readonly name: string
  readonly kind: string
  readonly config: unknown
  readonly version: number
  readonly enabled: boolean
  readonly demo: boolean
}

/** lockSource finds a source and holds its row; one that was removed is not found. */
export async function lockSource(exec: Exec, orgId: string, id: string): Promise<LockedSource | undefined> {
  const [row] = await exec.query<LockedSource>(
    `SELECT site_id AS "siteId", name, kind, config, version, enabled, demo FROM source WHERE org_id = $1::uuid AND id = $2::uuid AND removed_at IS NULL FOR UPDATE`,
    [orgId, id],
  )
  return row
}

// What the connector said belongs to the version before: nothing is known until it speaks again.
const forgetState = (exec: Exec, orgId: string, id: string): Promise<unknown> =>
  exec.query('UPDATE source_state SET connected_at = NULL, last_error = NULL WHERE org_id = $1::uuid AND source_id = $2::uuid', [orgId, id])

/** saveEnabled switches a source on or off. */
export async function saveEnabled(exec: Exec, orgId: string, id: string, enabled: boolean): Promise<void> {
  await exec.query('UPDATE source SET enabled = $3, version = version + 1 WHERE org_id = $1::uuid AND id = $2::uuid', [orgId, id, enabled])
  await forgetState(exec, orgId, id)
}

/** saveSettings stores a source's new name and settings as its next version; fails on "source_org_id_site_id_name_key" when the site has one of that name. */
export async function saveSettings(exec: Exec, orgId: string, id: string, change: { readonly name: string; readonly config: unknown }): Promise<void> {
  await exec.query(
    'UPDATE source SET name = $3, config = $4::jsonb, version = version + 1, updated_at = now() WHERE org_id = $1::uuid AND id = $2::uuid',
    [orgId, id, change.name, JSON.stringify(change.config)],
  )
  await forgetState(exec, orgId, id)
}

/** hasDelivered tells whether anything was ever taken in from a source. */
export async function hasDelivered(exec: Exec, orgId: string, id: string): Promise<boolean> {
  const [row] = await exec.query<{ delivered: boolean }>(
    `SELECT EXISTS (SELECT FROM source_state WHERE org_id = $1::uuid AND source_id = $2::uuid AND accepted > 0)
         OR EXISTS (SELECT FROM inbox WHERE source_id = $2::uuid AND kind = 'readings' AND count > 0)
         OR EXISTS (SELECT FROM point WHERE org_id = $1::uuid AND source_id = $2::uuid) AS delivered`,
    [orgId, id],
  )
  return row?.delivered ?? false
}

/**
 * markRemoved takes a source out of everybody's sight and frees its name. Its row stays: a batch that was on its way in its
 * name must find where it belongs.
 */
export async function markRemoved(exec: Exec, orgId: string, id: string): Promise<void> {
  await exec.query('DELETE FROM sampling WHERE org_id = $1::uuid AND source_id = $2::uuid', [orgId, id])
  await exec.query(
    `UPDATE source SET removed_at = now(), enabled = false, version = version + 1, name = name || ' (removed ' || id || ')' WHERE org_id = $1::uuid AND id = $2::uuid`,
    [orgId, id],
  )
}

/** isEnabled tells whether a source is switched on; one that does not exist is not. */
export const isEnabled = async (exec: Exec, orgId: string, id: string): Promise<boolean> =>
  (await exec.query('SELECT 1 AS found FROM source WHERE org_id = $1::uuid AND id = $2::uuid AND enabled', [orgId, id])).length > 0
