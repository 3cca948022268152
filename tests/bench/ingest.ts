import { randomUUID } from 'node:crypto'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { createApiKey } from '#server/modules/keys/index.ts'
import { storeReadings } from '#server/modules/telemetry/index.ts'
import { systemPool, systemTx } from '#server/platform/db.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { until } from '#tests/harness/process.ts'
import { startInstallation } from './installation.ts'
import { openSender, type Sender } from './load.ts'
import { median, quantile } from './statistics.ts'

const MACHINES = 100
const CODES = Array.from({ length: 20 }, (_, i) => `p${i}`)
const BATCH = 1000
const CONNECTIONS = 8
const ROUNDS = 5
const BATCHES_A_ROUND = 300
const LIMIT = 80
const LATENCY_S = 20
const BREACHES = 200

// Two of twenty rules are gated: one point in ten.
const rules: RuleDefinitionInput[] = CODES.map((code, i) => ({
  kind: 'threshold', points: [code], direction: 'above', forMs: 0, priority: 3,
  ...(i < 2 ? { gate: { point: 'p19', bands: [{ from: 0, to: 1000, limit: LIMIT, clear: null }] } } : { limit: LIMIT }),
}))

interface Sending {
  readonly plant: Plant
  readonly key: string
  readonly orgNo: number
}

async function prepare(reorderWindowMs: number): Promise<Sending> {
  const plant = await makePlant({ machines: MACHINES, codes: CODES, rules })
  const { key, sourceId } = await createApiKey({ type: 'system', orgId: plant.orgId }, { name: `bench ${randomUUID()}`, scopes: ['ingest', 'read'] })
  await systemTx((client) => client.query('UPDATE source SET reorder_window_ms = $2 WHERE id = $1', [sourceId, reorderWindowMs]), plant.orgId)
  const orgNo = await systemTx(async (client) => (await client.query<{ no: number }>('SELECT no FROM organization WHERE id = $1', [plant.orgId])).rows[0]?.no ?? 0, plant.orgId)
  return { plant, key, orgNo }
}

const body = (plant: Plant, first: number, timeOf: (n: number) => number, valueOf: (n: number) => number): Buffer =>
  Buffer.from(
    JSON.stringify({
      readings: Array.from({ length: BATCH }, (_, k) => {
        const n = first + k
        return { point: plant.points[n % plant.points.length]?.key, ts: timeOf(n), value: valueOf(n) }
      }),
    }),
  )

const undone = async (plant: Plant): Promise<number> =>
  (await systemPool().query<{ n: number }>('SELECT count(*)::int AS n FROM inbox WHERE org_id = $1 AND done_at IS NULL', [plant.orgId])).rows[0]?.n ?? 0

const storedRows = async (plant: Plant, fromMs: number, toMs: number): Promise<number> =>
  systemTx(
    async (client) =>
      (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM telemetry.reading WHERE ts >= to_timestamp($1::float8 / 1000) AND ts < to_timestamp($2::float8 / 1000)', [fromMs, toMs])).rows[0]?.n ?? 0,
    plant.orgId,
  )

/** Readings a second, accepted over HTTP, judged and durable: the clock stops when the last inbox row is done. */
async function ingestRound(sender: Sender, { plant }: Sending, round: number, fromMs: number): Promise<number> {
  const perInstant = plant.points.length
  const timeOf = (n: number): number => fromMs + Math.floor(n / perInstant) * 1000
  const bodies = Array.from({ length: BATCHES_A_ROUND }, (_, i) => body(plant, (round * BATCHES_A_ROUND + i) * BATCH, timeOf, (n) => 20 + (n % 13)))
  const begun = performance.now()
  await sender.sendAll(bodies)
  await until('every batch is judged', async () => (await undone(plant)) === 0, 120_000)
  const seconds = (performance.now() - begun) / 1000
  const first = timeOf(round * BATCHES_A_ROUND * BATCH)
  const stored = await storedRows(plant, first, timeOf((round + 1) * BATCHES_A_ROUND * BATCH))
  if (stored !== BATCHES_A_ROUND * BATCH) throw new Error(`the ledger says ${BATCHES_A_ROUND * BATCH}, the table holds ${stored}`)
  return stored / seconds
}

/** Readings a second of the same rows by temporary table and conflict-free insert, one connection, one transaction a batch. */
async function copyRound({ plant, orgNo }: Sending, round: number, fromMs: number): Promise<number> {
  const perInstant = plant.points.length
  const batches = Array.from({ length: BATCHES_A_ROUND }, (_, i) => {
    const rows = { n: BATCH, pointNo: new Int32Array(BATCH), t: new Float64Array(BATCH), value: new Float64Array(BATCH), quality: new Uint8Array(BATCH) }
    for (let k = 0; k < BATCH; k++) {
      const n = (round * BATCHES_A_ROUND + i) * BATCH + k
      rows.pointNo[k] = plant.points[n % perInstant]?.no ?? 0
      rows.t[k] = fromMs + Math.floor(n / perInstant) * 1000
      rows.value[k] = 20 + (n % 13)
    }
    return rows
  })
  const begun = performance.now()
  for (const rows of batches) await systemTx((client) => storeReadings(client, orgNo, rows), plant.orgId)
  return (BATCHES_A_ROUND * BATCH) / ((performance.now() - begun) / 1000)
}

/** Milliseconds from sending a breach to its ticket's row, at the rate given (readings/s), with the latencies of the batches' answers. */
async function breachToTicket(address: string, sending: Sending, rate: number): Promise<{ ticket: number[]; answer: number[] }> {
  const { plant, key } = sending
  const sender = openSender(address, key, CONNECTIONS)
  const perInstant = plant.points.length
  const intervalMs = (BATCH / rate) * 1000
  const count = Math.floor((LATENCY_S * 1000) / intervalMs)
  const every = Math.max(1, Math.floor(count / BREACHES))
  const sent = new Map<string, number>()
  const begun = Date.now()
  const answer: number[] = []
  const running: Promise<void>[] = []
  for (let i = 0; i < count; i++) {
    const due = begun + i * intervalMs
    const wait = due - Date.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const breach = i % every === 0 ? (i * BATCH + ((i * 7) % BATCH)) : -1
    const bytes = body(plant, i * BATCH, (n) => begun + Math.floor((Math.floor(n / perInstant) * perInstant * 1000) / rate), (n) => (n === breach ? 99 : 20))
    const at = Date.now()
    const pointKey = plant.points[breach % perInstant]?.key
    if (breach >= 0 && pointKey !== undefined && !sent.has(pointKey)) sent.set(pointKey, at)
    running.push(sender.send(bytes).then(() => void answer.push(Date.now() - at)))
  }
  await Promise.all(running)
  await until('every breach has its ticket', async () => (await ticketTimes(plant)).length >= sent.size, 60_000)
  sender.close()
  const ticket = (await ticketTimes(plant)).map((row) => row.at - (sent.get(row.key) ?? Number.NaN)).filter((ms) => Number.isFinite(ms))
  return { ticket, answer }
}

const ticketTimes = (plant: Plant): Promise<{ key: string; at: number }[]> =>
  systemTx(
    async (client) =>
      (
        await client.query<{ key: string; at: number }>(
          `SELECT p.key, (extract(epoch FROM w.created_at) * 1000)::float8 AS at FROM work_order w JOIN incident i ON i.org_id = w.org_id AND i.id = w.incident_id
           JOIN point p ON p.org_id = i.org_id AND p.no = i.point_no WHERE w.org_id = $1`,
          [plant.orgId],
        )
      ).rows,
    plant.orgId,
  )

/** ingestBench measures ingest end to end against the idempotent copy alone, in alternating rounds of one run, and breach-to-ticket at half that rate. */
export async function ingestBench(): Promise<Record<string, unknown>> {
  const installation = await startInstallation()
  try {
    const sending = await prepare(10_000)
    const sender = openSender(installation.address, sending.key, CONNECTIONS)
    const fromMs = Math.floor(Date.now() / 1000) * 1000 - 3 * 3_600_000
    await ingestRound(sender, sending, 0, fromMs)
    await copyRound(sending, 0, fromMs - 6 * 3_600_000)
    const ingest: number[] = []
    const copy: number[] = []
    for (let round = 1; round <= ROUNDS; round++) {
      ingest.push(await ingestRound(sender, sending, round, fromMs))
      copy.push(await copyRound(sending, round, fromMs - 6 * 3_600_000))
      console.log(`round ${round}: ${Math.round(ingest.at(-1) ?? 0)} readings/s through the door, ${Math.round(copy.at(-1) ?? 0)} by copy alone`)
    }
    sender.close()
    const ratio = median(ingest.map((value, i) => value / (copy[i] ?? Number.NaN)))
    const latency = await breachToTicket(installation.address, await prepare(500), median(ingest) / 2)
    return {
      bench: 'ingest', points: MACHINES * CODES.length, rules: rules.length, connections: CONNECTIONS, batch: BATCH,
      ingestPerSecond: Math.round(median(ingest)), idempotentCopyPerSecond: Math.round(median(copy)), ratioToIdempotentCopy: Number(ratio.toFixed(3)),
      breachToTicketMs: { n: latency.ticket.length, p50: quantile(latency.ticket, 0.5), p95: quantile(latency.ticket, 0.95), p99: quantile(latency.ticket, 0.99) },
      answerMs: { p50: quantile(latency.answer, 0.5), p95: quantile(latency.answer, 0.95) },
    }
  } finally {
    await installation.close()
  }
}
