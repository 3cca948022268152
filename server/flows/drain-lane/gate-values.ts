import type { Batch } from '#server/core/condition/types.ts'
import type { SystemClient } from '#server/platform/db.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import type { LaneMemory } from './lane-memory.ts'

/**
 * withGateValues adds to a batch of a backlog the values of gates that it does not carry: those were sent live meanwhile, or by another
 * edge. Each is read back as it stood at a reading that it gates, and given with that reading's time.
 */
export async function withGateValues(client: SystemClient, memory: Pick<LaneMemory, 'rules' | 'points'>, batch: Batch): Promise<Batch> {
  const carried = new Set(batch.pointNo)
  const gated = Map.groupBy(memory.rules.filter((rule) => carried.has(rule.pointNo) && rule.gatePointNo !== null && !carried.has(rule.gatePointNo)), (rule) => rule.gatePointNo)
  const found = []
  for (const [gateNo, rules] of gated) {
    if (gateNo === null) continue
    const points = new Set(rules.map((rule) => rule.pointNo))
    const times = new Set<number>()
    for (let row = 0; row < batch.n; row += 1) if (batch.judge[row] === 1 && points.has(batch.pointNo[row] ?? -1)) times.add(batch.t[row] ?? 0)
    found.push(...(await telemetry.valuesAt(client, gateNo, [...times], memory.points.get(gateNo)?.stalenessMs ?? 0)))
  }
  if (found.length === 0) return batch
  const n = found.length + batch.n
  const joined = { n, pointNo: new Int32Array(n), t: new Float64Array(n), value: new Float64Array(n), judge: new Uint8Array(n).fill(1) }
  found.forEach((row, i) => {
    joined.pointNo[i] = row.pointNo
    joined.t[i] = row.t
    joined.value[i] = row.value
  })
  for (const column of ['pointNo', 't', 'value', 'judge'] as const) joined[column].set(batch[column], found.length)
  return joined
}
