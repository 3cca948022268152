import { execOf, systemExec, systemTx, type Exec } from '#server/platform/db.ts'

/** KeyRow is a key as it is looked up at the door. */
export interface KeyRow {
  readonly id: string
  readonly orgId: string
  readonly siteId: string | null
  readonly sourceId: string
  readonly name: string
  readonly scopes: string[]
}

/** FoundKey is a key with the lane its source's readings go to. */
export interface FoundKey extends KeyRow {
  readonly sourceSiteId: string
  readonly laneNo: number
}

/** findKeyByHash looks a key up by the sha256 of its text; a revoked one is not found. */
export async function findKeyByHash(keyHash: string): Promise<FoundKey | undefined> {
  const [row] = await systemExec().query<FoundKey>(
    `SELECT k.id, k.org_id AS "orgId", k.site_id AS "siteId", k.source_id AS "sourceId", k.name, k.scopes,
            l.site_id AS "sourceSiteId", l.no AS "laneNo"
       FROM api_key k JOIN source_state st ON st.source_id = k.source_id AND st.org_id = k.org_id JOIN lane l ON l.no = st.lane_no
      WHERE k.key_hash = $1 AND k.revoked_at IS NULL`,
    [keyHash],
  )
  return row
}

/** touchKey notes that the key was used, at most once a minute so that a busy door does not write for every request. */
export async function touchKey(keyId: string): Promise<void> {
  await systemExec().query(
    `UPDATE api_key SET last_used_at = now() WHERE id = $1::uuid AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
    [keyId],
  )
}

/** inTenant runs work as mw_system in one transaction with the tenant's rows open. */
export const inTenant = <T>(orgId: string, work: (exec: Exec) => Promise<T>): Promise<T> =>
  systemTx((client) => work(execOf(client)), orgId)

/** sitesOf lists the organization's sites by code. */
export const sitesOf = (exec: Exec, orgId: string): Promise<{ id: string; code: string }[]> =>
  exec.query('SELECT id, code FROM site WHERE org_id = $1::uuid ORDER BY code', [orgId])

/** NewSource is the source a key is bound to. */
export interface NewSource {
  readonly id: string
  readonly siteId: string
  readonly name: string
  readonly kind: string
  readonly clock: 'live' | 'replay'
  readonly demo: boolean
}

/** ensureSource finds the site's source of that name or makes it; gives its id. */
export async function ensureSource(exec: Exec, orgId: string, source: NewSource): Promise<string> {
  const [made] = await exec.query<{ id: string }>(
    `INSERT INTO source (org_id, id, site_id, name, kind, clock, demo) VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7)
     ON CONFLICT (org_id, site_id, name) DO NOTHING RETURNING id`,
    [orgId, source.id, source.siteId, source.name, source.kind, source.clock, source.demo],
  )
  if (made) return made.id
  const [found] = await exec.query<{ id: string }>(
    'SELECT id FROM source WHERE org_id = $1::uuid AND site_id = $2::uuid AND name = $3',
    [orgId, source.siteId, source.name],
  )
  if (!found) throw new Error('ensureSource: the source was neither made nor found')
  return found.id
}

/** hasSource tells whether the site has that source. */
export const hasSource = async (exec: Exec, orgId: string, siteId: string, id: string): Promise<boolean> =>
  (await exec.query('SELECT 1 AS found FROM source WHERE org_id = $1::uuid AND site_id = $2::uuid AND id = $3::uuid AND removed_at IS NULL', [orgId, siteId, id])).length > 0

/** ensureLane gives the site a lane and the source a place in it, so that readings have where to go before the first one came. */
export async function ensureLane(exec: Exec, orgId: string, siteId: string, sourceId: string): Promise<void> {
  await exec.query('INSERT INTO lane (org_id, site_id) VALUES ($1::uuid, $2::uuid) ON CONFLICT (site_id) DO NOTHING', [orgId, siteId])
  await exec.query(
    `INSERT INTO source_state (source_id, org_id, lane_no) SELECT $1::uuid, $2::uuid, no FROM lane WHERE site_id = $3::uuid
     ON CONFLICT (source_id) DO NOTHING`,
    [sourceId, orgId, siteId],
  )
}

/** NewKey is a key's row; only the hash of its text is kept. */
export interface NewKey extends KeyRow {
  readonly keyHash: string
  readonly prefix: string
  readonly createdBy: string | null
}

/** insertKey stores a new key. */
export async function insertKey(exec: Exec, key: NewKey): Promise<void> {
  await exec.query(
    `INSERT INTO api_key (id, org_id, site_id, source_id, name, key_hash, prefix, scopes, created_by)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7, $8, $9)`,
    [key.id, key.orgId, key.siteId, key.sourceId, key.name, key.keyHash, key.prefix, key.scopes, key.createdBy],
  )
}

/** KeyView is what may be shown of a key: never its text or hash. */
export interface KeyView {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: string[]
  readonly siteId: string | null
  readonly sourceId: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

/** keysOf lists the organization's keys, newest first. */
export const keysOf = (exec: Exec, orgId: string): Promise<KeyView[]> =>
  exec.query(
    `SELECT id, name, prefix, scopes, site_id AS "siteId", source_id AS "sourceId", created_at AS "createdAt",
            last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"
       FROM api_key WHERE org_id = $1::uuid ORDER BY created_at DESC, id DESC`,
    [orgId],
  )

/** revoke ends a key of the organization; false when it is not one of its living keys. */
export async function revoke(exec: Exec, orgId: string, keyId: string): Promise<boolean> {
  const rows = await exec.query('UPDATE api_key SET revoked_at = now() WHERE org_id = $1::uuid AND id = $2::uuid AND revoked_at IS NULL RETURNING id', [orgId, keyId])
  return rows.length > 0
}
