import type { StopCondition } from '#server/core/alarms/suppression.ts'
import { newId } from '#server/platform/ids.ts'
import type { Tenant } from './journal.repo.ts'

/** siteOfAsset tells at which site an asset is; null when there is none. */
export async function siteOfAsset({ orgId, exec }: Tenant, assetId: string): Promise<string | null> {
  const rows = await exec.query<{ siteId: string }>('SELECT site_id AS "siteId" FROM asset WHERE org_id = $1::uuid AND id = $2::uuid', [orgId, assetId])
  return rows[0]?.siteId ?? null
}

/** pointAt reads a point's number and site; null when there is none. */
export async function pointAt({ orgId, exec }: Tenant, pointId: string): Promise<{ no: number; siteId: string } | null> {
  const rows = await exec.query<{ no: number; siteId: string }>('SELECT no, site_id AS "siteId" FROM point WHERE org_id = $1::uuid AND id = $2::uuid', [orgId, pointId])
  return rows[0] ?? null
}

/** NewSuppression says that an asset's new alarms are suppressed while a point says "stopped". */
export interface NewSuppression extends StopCondition {
  readonly siteId: string
  readonly causePointNo: number
  readonly assetId: string
  readonly reason: string
  readonly by: string
}

/** insertSuppression writes a suppression by design down and gives its id. */
export async function insertSuppression({ orgId, exec }: Tenant, one: NewSuppression): Promise<string> {
  const id = newId()
  await exec.query(
    `INSERT INTO alarm_suppression (org_id, id, site_id, cause_point_no, direction, "limit", asset_id, reason, created_by)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::int, $5, $6::float8, $7::uuid, $8, $9::uuid)`,
    [orgId, id, one.siteId, one.causePointNo, one.direction, one.limit, one.assetId, one.reason, one.by],
  )
  return id
}

/** lockSuppression takes a suppression by design for this transaction; null when there is none. */
export async function lockSuppression({ orgId, exec }: Tenant, id: string): Promise<{ siteId: string; assetId: string; ended: boolean } | null> {
  const rows = await exec.query<{ siteId: string; assetId: string; ended: boolean }>(
    `SELECT site_id AS "siteId", asset_id AS "assetId", ended_at IS NOT NULL AS ended FROM alarm_suppression WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
    [orgId, id],
  )
  return rows[0] ?? null
}

/** endSuppression ends a suppression by design. */
export async function endSuppression({ orgId, exec }: Tenant, id: string, by: string): Promise<void> {
  await exec.query('UPDATE alarm_suppression SET ended_at = now(), ended_by = $3::uuid WHERE org_id = $1::uuid AND id = $2::uuid AND ended_at IS NULL', [orgId, id, by])
}
