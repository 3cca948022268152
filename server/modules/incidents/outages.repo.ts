import { newId } from '#server/platform/ids.ts'
import type { OutageScope } from './holds.repo.ts'
import type { Tenant } from './journal.repo.ts'

/** NewOutage is a point, or a rule on an asset, to be taken out of service under an order. */
export interface NewOutage extends OutageScope {
  readonly siteId: string
  readonly reason: string
  readonly workOrderId: string
  readonly by: string
}

/** insertOutage takes something out of service and gives the outage's id; null when it is out of service already. */
export async function insertOutage({ orgId, exec }: Tenant, outage: NewOutage): Promise<string | null> {
  const rows = await exec.query<{ id: string }>(
    `INSERT INTO alarm_outage (org_id, id, site_id, asset_id, rule_id, point_no, reason, work_order_id, taken_by)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::int, $7, $8::uuid, $9::uuid) ON CONFLICT DO NOTHING RETURNING id`,
    [orgId, newId(), outage.siteId, outage.assetId, outage.ruleId, outage.pointNo, outage.reason, outage.workOrderId, outage.by],
  )
  return rows[0]?.id ?? null
}

/** isOpenOrderOf tells whether an order is open and on an asset. */
export async function isOpenOrderOf({ orgId, exec }: Tenant, workOrderId: string, assetId: string): Promise<boolean> {
  const rows = await exec.query(
    `SELECT 1 FROM work_order WHERE org_id = $1::uuid AND id = $2::uuid AND asset_id = $3::uuid AND status NOT IN ('closed', 'cancelled', 'rejected')`,
    [orgId, workOrderId, assetId],
  )
  return rows.length > 0
}

/** StoredOutage is an outage as it is ended. */
export interface StoredOutage extends OutageScope {
  readonly siteId: string
  readonly ended: boolean
}

/** lockOutage takes an outage for this transaction; null when there is none. */
export async function lockOutage({ orgId, exec }: Tenant, id: string): Promise<StoredOutage | null> {
  const rows = await exec.query<StoredOutage>(
    `SELECT site_id AS "siteId", asset_id AS "assetId", rule_id AS "ruleId", point_no AS "pointNo", ended_at IS NOT NULL AS ended
     FROM alarm_outage WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
    [orgId, id],
  )
  return rows[0] ?? null
}

/** endOutage marks an outage as ended. */
export async function endOutage({ orgId, exec }: Tenant, id: string, by: string): Promise<void> {
  await exec.query('UPDATE alarm_outage SET ended_at = now(), ended_by = $3::uuid WHERE org_id = $1::uuid AND id = $2::uuid AND ended_at IS NULL', [orgId, id, by])
}

/** keysOn names the alarms that an asset has had: whatever is out of service on it concerns some of them. */
export async function keysOn({ orgId, exec }: Tenant, assetId: string): Promise<string[]> {
  const rows = await exec.query<{ key: string }>('SELECT DISTINCT key FROM incident WHERE org_id = $1::uuid AND asset_id = $2::uuid', [orgId, assetId])
  return rows.map((row) => row.key)
}
