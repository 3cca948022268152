import type { TestDatabase } from '#tests/harness/database.ts'
import type { Plant } from '#tests/harness/plant.ts'
import type { Ledger } from './ledger.ts'

/** Verdict compares the database with the ledger: everything is 0 when nothing was lost, doubled, missed or left lying. */
export interface Verdict {
  readonly lostReadings: number
  readonly surplusReadings: number
  readonly missedIncidents: number
  readonly surplusIncidents: number
  readonly missedTickets: number
  readonly duplicateTickets: number
  readonly stuck: number
}

/** ALL_WELL is the only verdict that passes. */
export const ALL_WELL: Verdict = {
  lostReadings: 0, surplusReadings: 0, missedIncidents: 0, surplusIncidents: 0, missedTickets: 0, duplicateTickets: 0, stuck: 0,
}

type Queries = Pick<TestDatabase, 'query'>

const numberOf = async (database: Queries, sql: string, params: readonly unknown[]): Promise<number> =>
  (await database.query<{ n: number }>(sql, params))[0]?.n ?? 0

const short = (have: number, want: number): number => Math.max(0, want - have)

/** unfinished counts inbox rows and messages of the plant that are not done. */
export const unfinished = (database: Queries, plant: Plant): Promise<number> =>
  numberOf(
    database,
    `SELECT ((SELECT count(*) FROM inbox WHERE org_id = $1 AND done_at IS NULL) + (SELECT count(*) FROM outbox WHERE org_id = $1 AND done_at IS NULL))::int AS n`,
    [plant.orgId],
  )

/** judgeRun compares what the database holds with what the ledger says it must hold. */
export async function judgeRun(database: Queries, plant: Plant, ledger: Ledger): Promise<Verdict> {
  const readings = await numberOf(database, 'SELECT count(*)::int AS n FROM telemetry.reading WHERE point_no = ANY($1::int[])', [plant.points.map((point) => point.no)])
  const perAsset = (table: string) => database.query<{ id: string; n: number }>(`SELECT asset_id AS id, count(*)::int AS n FROM ${table} WHERE org_id = $1 GROUP BY asset_id`, [plant.orgId])
  const incidents = new Map((await perAsset('incident')).map((row) => [row.id, row.n]))
  const tickets = new Map((await perAsset('work_order')).map((row) => [row.id, row.n]))
  const expected = new Set(ledger.faulty)
  const count = (have: Map<string, number>, over: boolean): number =>
    plant.assetIds.reduce((sum, id) => {
      const want = expected.has(id) ? 1 : 0
      const has = have.get(id) ?? 0
      return sum + (over ? short(want, has) : short(has, want))
    }, 0)
  return {
    lostReadings: short(readings, ledger.readings),
    surplusReadings: short(ledger.readings, readings),
    missedIncidents: count(incidents, false),
    surplusIncidents: count(incidents, true),
    missedTickets: count(tickets, false),
    duplicateTickets: count(tickets, true),
    stuck: await unfinished(database, plant),
  }
}
