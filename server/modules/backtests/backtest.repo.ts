import type { Exec } from '#server/platform/db.ts'

/** BacktestState is how a job stands. */
export type BacktestState = 'queued' | 'running' | 'done' | 'cancelled' | 'failed'

/** BacktestKind is what a job is about: trying a rule on history, or learning limits from it. */
export type BacktestKind = 'backtest' | 'limits'

/** NewBacktest is a job about to be asked for; times in epoch ms. */
export interface NewBacktest {
  readonly id: string
  readonly ruleId: string
  readonly kind: BacktestKind
  readonly definition: unknown
  readonly compared: unknown
  readonly comparedVersion: number | null
  readonly ask: object
  readonly assetIds: readonly string[]
  readonly siteIds: readonly string[]
  readonly fromMs: number
  readonly toMs: number
  readonly requestedBy: string | null
}

/** StoredBacktest is a job as stored; times in epoch ms. */
export interface StoredBacktest extends NewBacktest {
  readonly state: BacktestState
  readonly progress: number
  readonly readings: number
  readonly result: unknown
  readonly error: string | null
  readonly attempts: number
  readonly requestedAt: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`
const at = (time: string): string => `to_timestamp(${time}::float8 / 1000)`
const COLUMNS = `id, rule_id AS "ruleId", kind, definition, compared, compared_version AS "comparedVersion", ask, asset_ids AS "assetIds", site_ids AS "siteIds", ${ms('from_at')} AS "fromMs",
  ${ms('to_at')} AS "toMs", state, progress, readings::float8 AS readings, error, attempts, requested_by AS "requestedBy", ${ms('requested_at')} AS "requestedAt",
  ${ms('started_at')} AS "startedAt", ${ms('finished_at')} AS "finishedAt"`

/** insertBacktest asks for a job. */
export async function insertBacktest(exec: Exec, orgId: string, job: NewBacktest): Promise<void> {
  await exec.query(
    `INSERT INTO backtest (org_id, id, rule_id, kind, definition, compared, compared_version, ask, asset_ids, site_ids, from_at, to_at, requested_by)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5::jsonb, $6::jsonb, $7::int, $8::jsonb, $9::uuid[], $10::uuid[], ${at('$11')}, ${at('$12')}, $13::uuid)`,
    [
      orgId, job.id, job.ruleId, job.kind, JSON.stringify(job.definition), job.compared === null ? null : JSON.stringify(job.compared), job.comparedVersion,
      JSON.stringify(job.ask), job.assetIds, job.siteIds, job.fromMs, job.toMs, job.requestedBy,
    ],
  )
}

/** findBacktest reads a job with its result; null when the tenant has none of that id. */
export async function findBacktest(exec: Exec, orgId: string, id: string): Promise<StoredBacktest | null> {
  const [row] = await exec.query<StoredBacktest>(`SELECT ${COLUMNS}, result FROM backtest WHERE org_id = $1::uuid AND id = $2::uuid`, [orgId, id])
  return row ?? null
}

/** listBacktests reads a rule's newest jobs of a kind, without what came of them. */
export const listBacktests = (exec: Exec, orgId: string, ruleId: string, kind: BacktestKind, limit: number): Promise<StoredBacktest[]> =>
  exec.query<StoredBacktest>(
    `SELECT ${COLUMNS}, NULL AS result FROM backtest WHERE org_id = $1::uuid AND rule_id = $2::uuid AND kind = $3 ORDER BY requested_at DESC, id DESC LIMIT $4::int`, [orgId, ruleId, kind, limit],
  )

/** cancelBacktest ends a job that is not over; false when it is. */
export async function cancelBacktest(exec: Exec, orgId: string, id: string): Promise<boolean> {
  const rows = await exec.query(
    `UPDATE backtest SET state = 'cancelled', finished_at = now() WHERE org_id = $1::uuid AND id = $2::uuid AND state IN ('queued', 'running') RETURNING 1 AS ended`, [orgId, id],
  )
  return rows.length > 0
}

/**
 * claimBacktest takes a job that waits, or whose worker has not been heard of for so long; null when it is neither. Another one that runs
 * in the organization breaks the index backtest_one_running.
 */
export async function claimBacktest(exec: Exec, orgId: string, id: string, staleMs: number): Promise<StoredBacktest | null> {
  const [row] = await exec.query<StoredBacktest>(
    `UPDATE backtest SET state = 'running', started_at = now(), heartbeat_at = now(), attempts = attempts + 1, progress = 0, readings = 0
     WHERE org_id = $1::uuid AND id = $2::uuid AND (state = 'queued' OR (state = 'running' AND heartbeat_at < now() - $3::float8 * interval '1 millisecond'))
     RETURNING ${COLUMNS}, result`,
    [orgId, id, staleMs],
  )
  return row ?? null
}

/** saveBacktestProgress notes how far a running job is (0 to 1) and that its worker is alive; false when it runs no more: somebody has cancelled it. */
export async function saveBacktestProgress(exec: Exec, orgId: string, id: string, progress: number, readings: number): Promise<boolean> {
  const rows = await exec.query(
    `UPDATE backtest SET progress = $3::float8, readings = $4::bigint, heartbeat_at = now() WHERE org_id = $1::uuid AND id = $2::uuid AND state = 'running' RETURNING 1 AS runs`,
    [orgId, id, progress, Math.round(readings)],
  )
  return rows.length > 0
}

/** EndedBacktest is a job that has just ended: what it was, whose, and how long ago it was asked for (ms). */
export interface EndedBacktest extends Pick<StoredBacktest, 'ruleId' | 'kind' | 'requestedBy'> {
  readonly ruleName: string
  readonly sinceMs: number
}

/** endBacktest stores what came of a running job: its result, or why it failed; null when it runs no more. */
export async function endBacktest(
  exec: Exec, orgId: string, id: string, end: { readonly result: unknown; readonly readings: number } | { readonly error: string },
): Promise<EndedBacktest | null> {
  const done = 'result' in end
  const [row] = await exec.query<EndedBacktest>(
    `UPDATE backtest b SET state = $3, result = $4::jsonb, error = $5, progress = CASE WHEN $6::boolean THEN 1 ELSE progress END, readings = coalesce($7::bigint, readings), finished_at = now()
     FROM rule r WHERE r.org_id = b.org_id AND r.id = b.rule_id AND b.org_id = $1::uuid AND b.id = $2::uuid AND b.state = 'running'
     RETURNING b.rule_id AS "ruleId", b.kind, b.requested_by AS "requestedBy", r.name AS "ruleName", (extract(epoch FROM now() - b.requested_at) * 1000)::float8 AS "sinceMs"`,
    [orgId, id, done ? 'done' : 'failed', done ? JSON.stringify(end.result) : null, done ? null : end.error, done, done ? Math.round(end.readings) : null],
  )
  return row ?? null
}

/** giveBackBacktest lets a running job wait again: its worker stops. */
export async function giveBackBacktest(exec: Exec, orgId: string, id: string): Promise<void> {
  await exec.query(`UPDATE backtest SET state = 'queued', attempts = greatest(0, attempts - 1) WHERE org_id = $1::uuid AND id = $2::uuid AND state = 'running'`, [orgId, id])
}

/** nextBacktest finds what an organization's jobs wait for: one whose worker has not been heard of for so long, else the oldest that waits while none runs; null for nothing. */
export async function nextBacktest(exec: Exec, orgId: string, staleMs: number): Promise<string | null> {
  const [row] = await exec.query<{ id: string }>(
    `SELECT id FROM backtest b WHERE org_id = $1::uuid AND (
       (state = 'running' AND heartbeat_at < now() - $2::float8 * interval '1 millisecond')
       OR (state = 'queued' AND NOT EXISTS (SELECT FROM backtest r WHERE r.org_id = b.org_id AND r.state = 'running')))
     ORDER BY state DESC, requested_at, id LIMIT 1`,
    [orgId, staleMs],
  )
  return row?.id ?? null
}

/** forgetBacktests drops an organization's jobs that ended longer ago than so many days. */
export async function forgetBacktests(exec: Exec, orgId: string, days: number): Promise<void> {
  await exec.query(`DELETE FROM backtest WHERE org_id = $1::uuid AND finished_at < now() - $2::int * interval '1 day'`, [orgId, days])
}
