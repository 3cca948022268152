import { storeReadings } from '#server/modules/telemetry/index.ts'
import { systemPool, systemTx } from '#server/platform/db.ts'
import type { Plant } from '#tests/harness/plant.ts'
import { until } from '#tests/harness/process.ts'
import { breachToTicket } from './breach-to-ticket.ts'
import { BATCH, bodyOf, CODES, CONNECTIONS, MACHINES, prepareBenchPlant, rowOf, RULES, type BenchPlant } from './ingest-plant.ts'
import { startInstallation } from './installation.ts'
import { openSender } from './load.ts'
import { median, quantile } from './statistics.ts'

const ROUNDS = 5
const BATCHES_A_GATEWAY = 40
const READINGS_A_ROUND = BATCHES_A_GATEWAY * CONNECTIONS * BATCH
const HOUR_MS = 3_600_000

const undone = async (plant: Plant): Promise<number> =>
  (await systemPool().query<{ n: number }>('SELECT count(*)::int AS n FROM inbox WHERE org_id = $1 AND done_at IS NULL', [plant.orgId])).rows[0]?.n ?? 0

/** What the ledger counts: rows stored from `fromMs` on, none of them late (a late one would not have been judged). */
const judgedRows = async (plant: Plant, fromMs: number): Promise<number> =>
  systemTx(
    async (client) =>
      (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM telemetry.reading WHERE ts >= to_timestamp($1::float8 / 1000) AND quality = 0', [fromMs])).rows[0]?.n ?? 0,
    plant.orgId,
  )

/** Readings a second, accepted over HTTP, judged and durable: the clock stops when the last inbox row is done. */
async function ingestRound(address: string, bench: BenchPlant, round: number, fromMs: number): Promise<number> {
  const timeOf = (instant: number): number => fromMs + instant * 1000
  const loads = bench.gateways.map((gateway) => ({
    sender: openSender(address, gateway.key),
    bodies: Array.from({ length: BATCHES_A_GATEWAY }, (_, i) => bodyOf(gateway, round * BATCHES_A_GATEWAY + i, timeOf, (n) => 20 + (n % 13))),
  }))
  const begun = performance.now()
  await Promise.all(loads.map(async ({ sender, bodies }) => {
    for (const body of bodies) await sender.send(body)
  }))
  await until('every batch is judged', async () => (await undone(bench.plant)) === 0, 120_000)
  const seconds = (performance.now() - begun) / 1000
  for (const { sender } of loads) sender.close()
  const stored = await judgedRows(bench.plant, fromMs)
  const sent = (round + 1) * READINGS_A_ROUND
  if (stored !== sent) throw new Error(`the ledger says ${sent} readings were sent, ${stored} were stored and judged`)
  return READINGS_A_ROUND / seconds
}

/** Readings a second of the same rows by temporary table and conflict-free insert: one connection, one transaction a batch, into the same table. */
async function copyRound({ plant, orgNo, gateways }: BenchPlant, round: number, fromMs: number): Promise<number> {
  const batches = gateways.flatMap((gateway) =>
    Array.from({ length: BATCHES_A_GATEWAY }, (_, i) => {
      const rows = { n: BATCH, pointNo: new Int32Array(BATCH), t: new Float64Array(BATCH), value: new Float64Array(BATCH), quality: new Uint8Array(BATCH) }
      for (let k = 0; k < BATCH; k++) {
        const n = (round * BATCHES_A_GATEWAY + i) * BATCH + k
        const { point, instant } = rowOf(gateway, n)
        rows.pointNo[k] = point.no
        rows.t[k] = fromMs + instant * 1000
        rows.value[k] = 20 + (n % 13)
      }
      return rows
    }),
  )
  const begun = performance.now()
  for (const rows of batches) await systemTx((client) => storeReadings(client, orgNo, rows), plant.orgId)
  return READINGS_A_ROUND / ((performance.now() - begun) / 1000)
}

/** ingestBench measures ingest end to end against the idempotent copy alone, in alternating rounds of one run, and breach-to-ticket at half that rate. */
export async function ingestBench(): Promise<Record<string, unknown>> {
  const installation = await startInstallation()
  try {
    const bench = await prepareBenchPlant()
    const now = Math.floor(Date.now() / 1000) * 1000
    const [ingestFrom, copyFrom] = [now - 3 * HOUR_MS, now - 6 * HOUR_MS]
    const ingest: number[] = []
    const copy: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const through = await ingestRound(installation.address, bench, round, ingestFrom)
      const alone = await copyRound(bench, round, copyFrom)
      console.log(`round ${round}${round === 0 ? ' (warm-up)' : ''}: ${Math.round(through)} readings/s through the door, ${Math.round(alone)} by copy alone`)
      if (round === 0) continue
      ingest.push(through)
      copy.push(alone)
    }
    const ratio = median(ingest.map((value, i) => value / (copy[i] ?? Number.NaN)))
    const latency = await breachToTicket(installation.address, median(ingest) / 2)
    return {
      bench: 'ingest', points: MACHINES * CODES.length, rules: RULES.length, connections: CONNECTIONS, batch: BATCH,
      ingestPerSecond: Math.round(median(ingest)), idempotentCopyPerSecond: Math.round(median(copy)), ratioToIdempotentCopy: Number(ratio.toFixed(3)),
      breachToTicketMs: { n: latency.ticket.length, p50: quantile(latency.ticket, 0.5), p95: quantile(latency.ticket, 0.95), p99: quantile(latency.ticket, 0.99) },
      answerMs: { p50: quantile(latency.answer, 0.5), p95: quantile(latency.answer, 0.95) },
    }
  } finally {
    await installation.close()
  }
}
