import type { Tenant } from './journal.repo.ts'

/** withOpenOrder picks the alarms (keys) that have an open order. */
export async function withOpenOrder({ orgId, exec }: Tenant, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await exec.query<{ key: string }>(
    `SELECT incident_key AS key FROM work_order WHERE org_id = $1::uuid AND incident_key = ANY($2::text[]) AND status NOT IN ('closed', 'cancelled', 'rejected')`,
    [orgId, keys],
  )
  return new Set(rows.map((row) => row.key))
}

/** parentsLeftAlone picks the first-outs that are over, as is everything folded under them. */
export async function parentsLeftAlone({ orgId, exec }: Tenant, parentIds: readonly string[]): Promise<string[]> {
  if (parentIds.length === 0) return []
  const rows = await exec.query<{ id: string }>(
    `SELECT p.id FROM incident p WHERE p.org_id = $1::uuid AND p.id = ANY($2::uuid[]) AND p.state <> 'open'
       AND NOT EXISTS (SELECT 1 FROM incident c WHERE c.org_id = p.org_id AND c.parent_id = p.id AND c.state = 'open')`,
    [orgId, parentIds],
  )
  return rows.map((row) => row.id)
}
