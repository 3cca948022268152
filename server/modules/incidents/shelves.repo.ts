import { newId } from '#server/platform/ids.ts'
import type { StandingShelf } from './holds.repo.ts'
import type { Tenant } from './journal.repo.ts'

/** NewShelf is an alarm to be put aside. */
export interface NewShelf {
  readonly siteId: string
  readonly assetId: string
  readonly key: string
  readonly priority: number
  readonly reason: string
  readonly by: string
  readonly until: Date
}

/** insertShelf puts an alarm on a shelf and gives the shelf's id; null when it is on one already. */
export async function insertShelf({ orgId, exec }: Tenant, shelf: NewShelf): Promise<string | null> {
  const rows = await exec.query<{ id: string }>(
    `INSERT INTO alarm_shelf (org_id, id, site_id, asset_id, key, priority, reason, shelved_by, until)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::int, $7, $8::uuid, $9::timestamptz)
     ON CONFLICT (org_id, key) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
    [orgId, newId(), shelf.siteId, shelf.assetId, shelf.key, shelf.priority, shelf.reason, shelf.by, shelf.until],
  )
  return rows[0]?.id ?? null
}

/** lockShelf takes a shelf for this transaction; null when there is none. */
export async function lockShelf({ orgId, exec }: Tenant, id: string): Promise<(StandingShelf & { readonly ended: boolean }) | null> {
  const rows = await exec.query<StandingShelf & { ended: boolean }>(
    `SELECT id, site_id AS "siteId", asset_id AS "assetId", key, priority, until, ended_at IS NOT NULL AS ended
     FROM alarm_shelf WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
    [orgId, id],
  )
  return rows[0] ?? null
}
