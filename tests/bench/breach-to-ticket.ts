import { systemTx } from '#server/platform/db.ts'
import { until } from '#tests/harness/process.ts'
import { BATCH, bodyOf, CONNECTIONS, HOT, prepareBenchPlant, rowOf, type BenchPlant, type Gateway } from './ingest-plant.ts'
import { openSender } from './load.ts'

const SECONDS = 20
const BREACHES_A_GATEWAY = 25
const SETTLE_MS = 60_000

/** Latencies are in ms: from sending a breach to its ticket's row, and from sending a batch to its answer. */
export interface Latencies {
  readonly ticket: readonly number[]
  readonly answer: readonly number[]
}

async function ticketTimes({ plant }: BenchPlant): Promise<Map<string, number>> {
  const rows = await systemTx(
    async (client) =>
      (
        await client.query<{ key: string; at: number }>(
          `SELECT p.key, (extract(epoch FROM min(w.created_at)) * 1000)::float8 AS at FROM work_order w JOIN incident i ON i.org_id = w.org_id AND i.id = w.incident_id
           JOIN point p ON p.org_id = i.org_id AND p.no = i.point_no WHERE w.org_id = $1 GROUP BY p.key`,
          [plant.orgId],
        )
      ).rows,
    plant.orgId,
  )
  return new Map(rows.map((row) => [row.key, row.at]))
}

async function play(address: string, gateway: Gateway, rate: number, sent: Map<string, number>, answer: number[]): Promise<void> {
  const sender = openSender(address, gateway.key)
  const intervalMs = (BATCH / (rate / CONNECTIONS)) * 1000
  const instantMs = (gateway.points.length / (rate / CONNECTIONS)) * 1000
  const batches = Math.floor((SECONDS * 1000) / intervalMs)
  const every = Math.max(1, Math.floor(batches / BREACHES_A_GATEWAY))
  const begun = Date.now()
  for (let batch = 0; batch < batches; batch++) {
    const wait = begun + batch * intervalMs - Date.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    // Each breach is of another point, so each has a ticket of its own.
    const breach = batch % every === 0 ? batch * BATCH + (batch / every) * 7 : -1
    const body = bodyOf(gateway, batch, (instant) => begun + Math.floor(instant * instantMs), (n) => (n === breach ? HOT : 20))
    const at = Date.now()
    if (breach >= 0 && !sent.has(rowOf(gateway, breach).point.key)) sent.set(rowOf(gateway, breach).point.key, at)
    await sender.send(body)
    answer.push(Date.now() - at)
  }
  // One more instant, so that the last breach is not left waiting for it.
  await sender.send(bodyOf(gateway, batches, (instant) => begun + Math.floor(instant * instantMs), () => 20))
  sender.close()
}

/** breachToTicket sends at the rate given (readings/s over all gateways) with breaches among the readings, and measures how long their tickets take. */
export async function breachToTicket(address: string, rate: number): Promise<Latencies> {
  const bench = await prepareBenchPlant()
  const sent = new Map<string, number>()
  const answer: number[] = []
  await Promise.all(bench.gateways.map((gateway) => play(address, gateway, rate, sent, answer)))
  await until('every breach has its ticket', async () => (await ticketTimes(bench)).size >= sent.size, SETTLE_MS)
  const ticket = [...(await ticketTimes(bench))].map(([key, at]) => at - (sent.get(key) ?? Number.NaN))
  return { ticket, answer }
}
