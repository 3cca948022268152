import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { createApiKey } from '#server/modules/keys/index.ts'
import { systemTx } from '#server/platform/db.ts'
import { makePlant, type Plant, type TestPoint } from '#tests/harness/plant.ts'

/** MACHINES is how many machines the plant has; each has one point per code. */
export const MACHINES = 100
/** CODES are the points of a machine: 2,000 points in all. */
export const CODES = Array.from({ length: 20 }, (_, i) => `p${i}`)
/** BATCH is how many readings a request carries. */
export const BATCH = 1000
/** CONNECTIONS is how many gateways send at once, each in order, each for machines of its own. */
export const CONNECTIONS = 8
/** HOT is a value beyond every rule's limit. */
export const HOT = 99
const LIMIT = 80

/** RULES give every point exactly one rule; two of the twenty, one point in ten, are gated. */
export const RULES: readonly RuleDefinitionInput[] = CODES.map((code, i) => ({
  kind: 'threshold', points: [code], direction: 'above', forMs: 0, priority: 3,
  ...(i < 2 ? { gate: { point: 'p19', bands: [{ from: 0, to: 1000, limit: LIMIT, clear: null }] } } : { limit: LIMIT }),
}))

/** Gateway is one sender: its key and its points. */
export interface Gateway {
  readonly key: string
  readonly points: readonly TestPoint[]
}

/** BenchPlant is the plant of a benchmark with its gateways. */
export interface BenchPlant {
  readonly plant: Plant
  readonly orgNo: number
  readonly gateways: readonly Gateway[]
}

/** prepareBenchPlant makes a plant of its own with one key and source per gateway. */
export async function prepareBenchPlant(): Promise<BenchPlant> {
  const plant = await makePlant({ machines: MACHINES, codes: CODES, rules: RULES })
  const gateways: Gateway[] = []
  for (let g = 0; g < CONNECTIONS; g++) {
    const { key } = await createApiKey({ type: 'system', orgId: plant.orgId }, { name: `gateway ${g}`, scopes: ['ingest'] })
    const machines = new Set(plant.assetIds.filter((_id, m) => m % CONNECTIONS === g))
    gateways.push({ key, points: plant.points.filter((point) => machines.has(point.assetId)) })
  }
  const orgNo = await systemTx(async (client) => (await client.query<{ no: number }>('SELECT no FROM organization WHERE id = $1', [plant.orgId])).rows[0]?.no ?? 0, plant.orgId)
  return { plant, orgNo, gateways }
}

/** Row is the n-th reading of a gateway: point by point, then the next instant. */
export interface Row {
  readonly point: TestPoint
  readonly instant: number
}

/** rowOf gives a gateway's n-th reading. */
export function rowOf({ points }: Gateway, n: number): Row {
  const point = points[n % points.length]
  if (!point) throw new Error('a gateway without points')
  return { point, instant: Math.floor(n / points.length) }
}

/** bodyOf writes a gateway's batch as JSON. */
export const bodyOf = (gateway: Gateway, batch: number, timeOf: (instant: number) => number, valueOf: (n: number) => number): Buffer =>
  Buffer.from(
    JSON.stringify({
      readings: Array.from({ length: BATCH }, (_, k) => {
        const n = batch * BATCH + k
        const { point, instant } = rowOf(gateway, n)
        return { point: point.key, ts: timeOf(instant), value: valueOf(n) }
      }),
    }),
  )
