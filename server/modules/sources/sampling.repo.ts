import type { Heard } from '#server/core/sources/heard.ts'
import { systemExec, type Exec } from '#server/platform/db.ts'
import { inTenant } from './sources.repo.ts'

/** OpenSampling is a request to be shown what comes in, not expired yet: at a place, or (place empty) of a running source. */
export interface OpenSampling {
  readonly orgId: string
  /** The organization's short name, which its secrets are kept under. */
  readonly orgSlug: string
  readonly id: string
  readonly sourceId: string | null
  readonly kind: string
  readonly place: unknown
}

/** openSamplings lists the requests of every organization that are to be served now. */
export async function openSamplings(): Promise<OpenSampling[]> {
  const tenants = await systemExec().query<{ id: string; slug: string }>('SELECT id, slug FROM organization ORDER BY id')
  const found: OpenSampling[] = []
  for (const { id: orgId, slug } of tenants) {
    found.push(...(await inTenant(orgId, (exec) => exec.query<OpenSampling>(
      `SELECT org_id AS "orgId", $2::text AS "orgSlug", id, source_id AS "sourceId", kind, place FROM sampling WHERE org_id = $1::uuid AND expires_at > now() ORDER BY id`,
      [orgId, slug],
    ))))
  }
  return found
}

/** SamplingState is how serving a request goes: whether the place is connected, what is wrong, and what was heard. */
export interface SamplingState {
  readonly connected: boolean
  readonly problem: string | null
  readonly heard: Heard
}

/** saveSampling notes how serving a request goes. Whoever asked looks every second: nobody else needs to hear of it. */
export async function saveSampling({ orgId, id }: Pick<OpenSampling, 'orgId' | 'id'>, state: SamplingState): Promise<void> {
  await inTenant(orgId, (exec) => exec.query(
    `UPDATE sampling SET connected_at = CASE WHEN $3 THEN coalesce(connected_at, now()) END, problem = $4, heard = $5::jsonb WHERE org_id = $1::uuid AND id = $2::uuid`,
    [orgId, id, state.connected, state.problem, JSON.stringify(state.heard)],
  ))
}

/** SamplingRow is a request as it stands; leftMs is how long it is served yet, by the database's clock (0 when it is over). */
export interface SamplingRow {
  readonly siteId: string
  readonly sourceId: string | null
  readonly connected: boolean
  readonly problem: string | null
  readonly heard: Heard
  readonly leftMs: number
}

const COLUMNS = `site_id AS "siteId", source_id AS "sourceId", connected_at IS NOT NULL AS connected, problem, heard,
  greatest(0, extract(epoch FROM expires_at - now()) * 1000)::float8 AS "leftMs"`

/** findSampling finds a request by its id. */
export async function findSampling(exec: Exec, orgId: string, id: string): Promise<SamplingRow | undefined> {
  const [row] = await exec.query<SamplingRow>(`SELECT ${COLUMNS} FROM sampling WHERE org_id = $1::uuid AND id = $2::uuid`, [orgId, id])
  return row
}

/** findWatch finds the request that watches a source. */
export async function findWatch(exec: Exec, orgId: string, sourceId: string): Promise<SamplingRow | undefined> {
  const [row] = await exec.query<SamplingRow>(`SELECT ${COLUMNS} FROM sampling WHERE org_id = $1::uuid AND source_id = $2::uuid`, [orgId, sourceId])
  return row
}

/** dropStale forgets the organization's requests that are over for some time. */
export async function dropStale(exec: Exec, orgId: string): Promise<void> {
  await exec.query(`DELETE FROM sampling WHERE org_id = $1::uuid AND expires_at < now() - interval '10 minutes'`, [orgId])
}

/** countListening counts the places that are listened to now for the organization. */
export async function countListening(exec: Exec, orgId: string): Promise<number> {
  const [row] = await exec.query<{ n: number }>('SELECT count(*)::int AS n FROM sampling WHERE org_id = $1::uuid AND source_id IS NULL AND expires_at > now()', [orgId])
  return row?.n ?? 0
}

/** NewListening asks to listen at a place. */
export interface NewListening {
  readonly id: string
  readonly siteId: string
  readonly kind: string
  readonly place: unknown
  readonly createdBy: string | null
  readonly lastsMs: number
}

/** insertListening stores a request to listen at a place; the same person's earlier ones are over. */
export async function insertListening(exec: Exec, orgId: string, row: NewListening): Promise<void> {
  await exec.query('UPDATE sampling SET expires_at = now() WHERE org_id = $1::uuid AND source_id IS NULL AND created_by = $2::uuid AND expires_at > now()', [orgId, row.createdBy])
  await exec.query(
    `INSERT INTO sampling (org_id, id, site_id, kind, place, created_by, expires_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5::jsonb, $6::uuid, now() + $7 * interval '1 millisecond')`,
    [orgId, row.id, row.siteId, row.kind, JSON.stringify(row.place), row.createdBy, row.lastsMs],
  )
}

/** endListening ends a request to listen. */
export async function endListening(exec: Exec, orgId: string, id: string): Promise<void> {
  await exec.query('UPDATE sampling SET expires_at = least(expires_at, now()) WHERE org_id = $1::uuid AND id = $2::uuid', [orgId, id])
}

/** NewWatch asks to watch a running source. */
export interface NewWatch {
  readonly id: string
  readonly siteId: string
  readonly sourceId: string
  readonly kind: string
  readonly lastsMs: number
}

/** saveWatch starts watching a source anew; what was seen before is forgotten. */
export async function saveWatch(exec: Exec, orgId: string, row: NewWatch): Promise<void> {
  await exec.query('DELETE FROM sampling WHERE org_id = $1::uuid AND source_id = $2::uuid', [orgId, row.sourceId])
  await exec.query(
    `INSERT INTO sampling (org_id, id, site_id, source_id, kind, expires_at) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, now() + $6 * interval '1 millisecond')`,
    [orgId, row.id, row.siteId, row.sourceId, row.kind, row.lastsMs],
  )
}
