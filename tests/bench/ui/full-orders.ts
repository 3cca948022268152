import { EVIDENCE_BUCKETS, trendEvidence } from '#server/core/work-orders/evidence.ts'
import { systemTx } from '#server/platform/db.ts'
import { sqlId } from '#prisma/seed/scenarios/sql.ts'
import type { Plant } from '#tests/harness/plant.ts'

/** ORDERS is how many orders a tablet keeps at most. */
export const ORDERS = 500
const STEPS = 8
const EVENTS = 12
const PART = ` || ':' || k`
const HOUR_MS = 3_600_000

/** A frozen chart as a rule freezes it, with as many points as it may have. */
function chart(plant: Plant, nowMs: number): string {
  const [point] = plant.points
  if (!point) throw new Error('The plant has no point.')
  const iso = (ago: number): string => new Date(nowMs - ago).toISOString()
  const points = Array.from({ length: EVIDENCE_BUCKETS }, (_, i): [number, number, number, number] => {
    const value = 60 + i / 20 + Math.sin(i) * 3
    return [nowMs - HOUR_MS + i * 6000, value - 1.234, value + 2.345, value + 0.567]
  })
  return JSON.stringify(trendEvidence.parse({
    v: 1, asset: { id: point.assetId, tag: 'M-0', name: 'Machine 0', credit: null }, rule: { id: plant.ruleIds[0], name: 'Rule 0', version: 1, versionId: plant.ruleIds[0], definition: {} },
    failureMode: 'OHE', firedAt: iso(HOUR_MS / 2), priority: 3, value: 91, limit: 80, peak: { value: 95, at: iso(0) }, limits: [{ value: 80, side: 'above', clear: 70, band: null }],
    gateValue: null, happenedOffline: false, window: { from: iso(HOUR_MS), to: iso(0), grownTo: iso(0) },
    trend: { point: { id: point.id, no: point.no, key: point.key, code: 'temp', name: 'temp', quantity: 'temperature', unit: 'Cel', axis: null }, points }, gate: null, similar: [], additions: [],
  }))
}

/** writeFullOrders gives each of a plant's machines an open order, with steps, parts to take along, a history, an incident and its frozen chart. */
export async function writeFullOrders(plant: Plant): Promise<void> {
  const evidence = chart(plant, Date.now())
  const id = (kind: string, more = ''): string => sqlId(`'${kind}:' || n${more}`)
  const sets: readonly (readonly [string, readonly unknown[]])[] = [
    [`INSERT INTO work_order (org_id, id, no, site_id, asset_id, kind, source, status, priority, title, description, failure_mode, due_at, updated_at, idempotency_key)
      SELECT $1::uuid, ${id('order')}, n, $2::uuid, ($3::uuid[])[n], 'predictive', 'condition', 'approved', 1 + n % 4, 'Bearing runs hot on machine ' || n,
             'The temperature has been above its limit. Look at the bearing, its grease and its seal.', 'OHE', now() + n * interval '1 h', now(), 'full:' || n
        FROM generate_series(1, ${ORDERS}) AS n`, [plant.siteId, plant.assetIds]],
    [`INSERT INTO work_order_task (org_id, id, work_order_id, position, title, kind, spec)
      SELECT $1::uuid, ${id('task', PART)}, ${id('order')}, k, 'Step ' || k || ' of order ' || n, 'pass-fail', '{}'
        FROM generate_series(1, ${ORDERS}) AS n, generate_series(1, ${STEPS}) AS k`, []],
    [`INSERT INTO work_order_event (org_id, id, work_order_id, at, type, to_status, data)
      SELECT $1::uuid, ${id('event', PART)}, ${id('order')}, now() - k * interval '1 h', 'commented', 'approved', '{"text": "The temperature goes up again after an hour; the grease was new last week."}'
        FROM generate_series(1, ${ORDERS}) AS n, generate_series(1, ${EVENTS}) AS k`, []],
    [`INSERT INTO planned_part (org_id, id, work_order_id, description, quantity)
      SELECT $1::uuid, ${id('part', PART)}, ${id('order')}, 'Bearing 6309-2Z, seat ' || k, k FROM generate_series(1, ${ORDERS}) AS n, generate_series(1, 2) AS k`, []],
    [`INSERT INTO incident (org_id, id, site_id, asset_id, key, failure_mode, rule_id, rule_version_id, point_no, state, priority, opened_at, last_at, value, "limit", peak_value, peak_at, firing)
      SELECT $1::uuid, ${id('incident')}, $2::uuid, ($3::uuid[])[n], ($3::uuid[])[n] || ':OHE', 'OHE', v.rule_id, v.id, ($4::int[])[n], 'open', 3, now(), now(), 91, 80, 95, now(), '{}'
        FROM generate_series(1, ${ORDERS}) AS n, (SELECT id, rule_id FROM rule_version WHERE org_id = $1::uuid LIMIT 1) AS v`, [plant.siteId, plant.assetIds, plant.points.map(({ no }) => no)]],
    [`INSERT INTO evidence (org_id, id, work_order_id, incident_id, kind, at, data)
      SELECT $1::uuid, ${id('evidence')}, ${id('order')}, ${id('incident')}, 'trend', now(), $2::jsonb FROM generate_series(1, ${ORDERS}) AS n`, [evidence]],
    [`INSERT INTO counter (org_id, name, value) VALUES ($1::uuid, 'work-order', ${ORDERS})`, []],
  ]
  await systemTx(async (client) => {
    for (const [sql, parameters] of sets) await client.query(sql, [plant.orgId, ...parameters])
    await client.query('ANALYZE work_order, work_order_task, work_order_event, incident, evidence')
  }, plant.orgId)
}
