import type { FoldedAlarm } from '#server/core/work-orders/folded-evidence.ts'
import type { Tenant } from './journal.repo.ts'

/** FoldedIncident is an incident that is folded under another; lastAt in ms. */
export interface FoldedIncident extends FoldedAlarm {
  readonly id: string
  readonly active: boolean
  readonly lastAt: number
}

/** foldedUnder reads what is folded under an incident, in the order in which it came. */
export async function foldedUnder({ orgId, exec }: Tenant, incidentId: string): Promise<FoldedIncident[]> {
  const rows = await exec.query<Omit<FoldedIncident, 'openedAt' | 'incidentId'> & { openedAt: Date }>(
    `SELECT i.id, i.key, i.asset_id AS "assetId", a.tag, a.name, i.failure_mode AS "failureMode", i.priority, i.opened_at AS "openedAt", i.state = 'open' AS active,
            (extract(epoch FROM i.last_at) * 1000)::float8 AS "lastAt"
     FROM incident i JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
     WHERE i.org_id = $1::uuid AND i.parent_id = $2::uuid ORDER BY i.opened_at, i.key`,
    [orgId, incidentId],
  )
  return rows.map((row) => ({ ...row, incidentId: row.id, openedAt: row.openedAt.toISOString() }))
}

/** takeFolded takes incidents that stand folded under one for this transaction; those that are being judged right now are left for the next time. */
export async function takeFolded({ orgId, exec }: Tenant, incidentId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await exec.query<{ id: string }>(
    `SELECT id FROM incident WHERE org_id = $1::uuid AND parent_id = $2::uuid AND id = ANY($3::uuid[]) AND state = 'open' ORDER BY opened_at, key FOR NO KEY UPDATE SKIP LOCKED`,
    [orgId, incidentId, ids],
  )
  return rows.map((row) => row.id)
}

/** moveFloods gives the floods under a first-out another one; tells whether one of them was still running when the newest of its alarms came. */
export async function moveFloods({ orgId, exec }: Tenant, from: string, to: string): Promise<void> {
  await exec.query('UPDATE alarm_flood SET parent_id = $3::uuid WHERE org_id = $1::uuid AND parent_id = $2::uuid', [orgId, from, to])
}

/** isRunning tells whether a first-out's flood was running at a time. */
export async function isRunning({ orgId, exec }: Tenant, parentId: string, at: Date): Promise<boolean> {
  const rows = await exec.query('SELECT 1 FROM alarm_flood WHERE org_id = $1::uuid AND parent_id = $2::uuid AND ends_at > $3::timestamptz', [orgId, parentId, at])
  return rows.length > 0
}

/** parentsToLookAt names first-outs under which alarms stand though none of their orders is open: candidates for a lost message. */
export async function parentsToLookAt({ orgId, exec }: Tenant): Promise<string[]> {
  const rows = await exec.query<{ id: string }>(
    `SELECT p.id FROM incident p
     WHERE p.org_id = $1::uuid AND p.id IN (SELECT c.parent_id FROM incident c WHERE c.org_id = $1::uuid AND c.parent_id IS NOT NULL AND c.state = 'open')
       AND NOT EXISTS (SELECT 1 FROM work_order w WHERE w.org_id = p.org_id AND w.incident_key = p.key AND w.status NOT IN ('closed', 'cancelled', 'rejected'))
     ORDER BY p.opened_at LIMIT 200`,
    [orgId],
  )
  return rows.map((row) => row.id)
}

/** parentsOf names the incidents of an alarm (key) under which others stand folded. */
export async function parentsOf({ orgId, exec }: Tenant, key: string): Promise<string[]> {
  const rows = await exec.query<{ id: string }>(
    `SELECT i.id FROM incident i WHERE i.org_id = $1::uuid AND i.key = $2 AND EXISTS (SELECT 1 FROM incident c WHERE c.org_id = i.org_id AND c.parent_id = i.id AND c.state = 'open')`,
    [orgId, key],
  )
  return rows.map((row) => row.id)
}
