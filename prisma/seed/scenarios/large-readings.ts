import { noteRollupDue, rollUp } from '#server/modules/telemetry/index.ts'
import { execOf, systemTx } from '#server/platform/db.ts'
import { DAY_MS, MINUTE_MS } from '#server/core/kernel/time.ts'
import { sqlRandom } from './sql.ts'

const STEP_MS = 10 * MINUTE_MS

/** writeLargeReadings adds about `readings` readings, one every ten minutes at each point up to `nowMs`, day by day; it gives how many were new. Their roll-ups follow. */
export async function writeLargeReadings(orgId: string, readings: number, nowMs: number): Promise<number> {
  const { points, orgNo, laneNo } = await scopeOf(orgId)
  const steps = points === 0 ? 0 : Math.ceil(readings / points)
  const end = Math.floor(nowMs / STEP_MS) * STEP_MS
  const begin = end - (steps - 1) * STEP_MS
  let stored = 0
  for (let day = Math.floor(begin / DAY_MS) * DAY_MS; day <= end && steps > 0; day += DAY_MS) {
    stored += await writeDay(orgId, orgNo, laneNo, Math.max(begin, day), Math.min(end, day + DAY_MS - STEP_MS))
  }
  await rollUp()
  return stored
}

async function scopeOf(orgId: string): Promise<{ points: number; orgNo: number; laneNo: number }> {
  return systemTx(async (client) => {
    const [row] = await execOf(client).query<{ points: number; orgNo: number; laneNo: number }>(
      `SELECT (SELECT count(*)::int FROM point WHERE org_id = $1::uuid) AS points, o.no AS "orgNo", l.no AS "laneNo" FROM organization o JOIN lane l ON l.org_id = o.id WHERE o.id = $1::uuid`, [orgId])
    if (!row) throw new Error('The large scenario has no lane.')
    return row
  }, orgId)
}

// A slow daily wave with noise around a level of each point's own: enough to look like a machine, cheap enough to make by the million.
const VALUE = `50 + (p.no % 20) + 10 * sin(extract(epoch FROM t) / 13751.0 + p.no) + 4 * ${sqlRandom(`p.no || ':' || extract(epoch FROM t)`)}`

async function writeDay(orgId: string, orgNo: number, laneNo: number, fromMs: number, toMs: number): Promise<number> {
  const day = new Date(fromMs).toISOString().slice(0, 10)
  return systemTx(async (client) => {
    await client.query('SELECT telemetry.ensure_partitions($1::date, $1::date)', [day])
    const { rowCount } = await client.query(
      `INSERT INTO telemetry.reading (point_no, org_no, ts, value)
       SELECT p.no, $2::int, t, ${VALUE} FROM point p CROSS JOIN generate_series(to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000), interval '10 minutes') AS t
        WHERE p.org_id = $1::uuid ORDER BY p.no, t ON CONFLICT DO NOTHING`, [orgId, orgNo, fromMs, toMs])
    await noteRollupDue(client, orgId, laneNo, [{ from: fromMs, to: toMs }])
    return rowCount ?? 0
  }, orgId)
}
