import type { Batch, CompiledRule } from '#server/core/condition/types.ts'
import type { SystemClient } from '#server/platform/db.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'

/** Looks gives the points that a rule looks up besides its own: its gate, and what its expression reads. */
const looks = ({ gatePointNo, gateStalenessMs, inputs }: CompiledRule): { pointNo: number; stalenessMs: number }[] =>
  gatePointNo === null ? [...inputs] : [{ pointNo: gatePointNo, stalenessMs: gateStalenessMs }, ...inputs]

/**
 * withGateValues adds to a batch of a backlog the values of gates, and of other points that rules look up, that it does not carry: those
 * were sent live meanwhile, or by another edge. Each is read back as it stood at a reading that needs it, and given with that time.
 */
export async function withGateValues(client: SystemClient, rules: readonly CompiledRule[], batch: Batch): Promise<Batch> {
  const carried = new Set(batch.pointNo)
  const asked = new Map<number, { stalenessMs: number; times: Set<number> }>()
  for (const rule of rules.filter((one) => carried.has(one.pointNo))) {
    for (const { pointNo, stalenessMs } of looks(rule).filter((one) => !carried.has(one.pointNo))) {
      const times = asked.get(pointNo)?.times ?? new Set()
      for (let row = 0; row < batch.n; row += 1) if (batch.judge[row] === 1 && batch.pointNo[row] === rule.pointNo) times.add(batch.t[row] ?? 0)
      asked.set(pointNo, { stalenessMs, times })
    }
  }
  const found = []
  for (const [pointNo, { stalenessMs, times }] of asked) found.push(...(await telemetry.valuesAt(client, pointNo, [...times], stalenessMs)))
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
