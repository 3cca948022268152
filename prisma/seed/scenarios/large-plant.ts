import { ruleDefinition } from '#server/core/condition/definition.ts'
import { MINUTE_MS } from '#server/core/kernel/time.ts'
import type { Exec } from '#server/platform/db.ts'
import { insertRows } from '../support/insert.ts'
import { seedId } from '../support/seed-id.ts'
import { sqlId, sqlPick, sqlRandom } from './sql.ts'

/** LargePlace is the tenant of the large scenario. */
export interface LargePlace {
  readonly orgId: string
  readonly siteId: string
}

const AREAS = 10
const LINES_PER_AREA = 10
const CLASSES = [['PUMP', 'Pump'], ['FAN', 'Fan'], ['GEARBOX', 'Gearbox'], ['MOTOR', 'Motor']] as const
const STALE_MS = 30 * MINUTE_MS
const PEOPLE = 20

const RULE = ruleDefinition.parse({ kind: 'threshold', points: ['temp'], direction: 'above', limit: 95, forMs: 5 * MINUTE_MS, priority: 3, failureMode: 'OHE' })

/** writeLargePlant adds areas, lines and machines of four classes, `assets` positions in all, with two points at each machine, a lane, a source, a rule per class and people. */
export async function writeLargePlant(exec: Exec, place: LargePlace, assets: number): Promise<void> {
  const { orgId, siteId } = place
  await insertRows(exec, 'asset_class', CLASSES.map(([code, name]) => ({ org_id: orgId, id: seedId(orgId, `class:${code}`), code, name })))
  for (const [code, name] of CLASSES) await writeClassRule(exec, orgId, code, name)
  const places = AREAS + AREAS * LINES_PER_AREA
  await exec.query(
    `INSERT INTO asset (org_id, id, site_id, tag, name, level) SELECT $1::uuid, ${sqlId(`'area:' || a`)}, $2::uuid, 'A' || a, 'Area ' || a, 'area'
       FROM generate_series(1, ${AREAS}) AS a ON CONFLICT DO NOTHING`, [orgId, siteId])
  await exec.query(
    `INSERT INTO asset (org_id, id, site_id, parent_id, tag, name, level)
     SELECT $1::uuid, ${sqlId(`'line:' || l`)}, $2::uuid, ${sqlId(`'area:' || (1 + l % ${AREAS})`)}, 'L' || l, 'Line ' || l, 'line'
       FROM generate_series(1, ${AREAS * LINES_PER_AREA}) AS l ON CONFLICT DO NOTHING`, [orgId, siteId])
  await exec.query(
    `INSERT INTO asset (org_id, id, site_id, parent_id, class_id, tag, name, level, criticality)
     SELECT $1::uuid, ${sqlId(`'machine:' || m`)}, $2::uuid, ${sqlId(`'line:' || (1 + m % ${AREAS * LINES_PER_AREA})`)}, c.id,
            c.code || '-' || lpad(m::text, 5, '0'), c.name || ' ' || m, 'machine', ${sqlPick(['A', 'B', 'B', 'C', 'C'], `'criticality:' || m`)}
       FROM generate_series(1, $3::int) AS m JOIN LATERAL (SELECT id, code, name FROM asset_class WHERE org_id = $1::uuid ORDER BY code OFFSET m % ${CLASSES.length} LIMIT 1) AS c ON true
     ON CONFLICT DO NOTHING`, [orgId, siteId, Math.max(0, assets - places)])
  await writePoints(exec, place)
  await writePeople(exec, place)
}

async function writeClassRule(exec: Exec, orgId: string, code: string, name: string): Promise<void> {
  const [classId, ruleId] = [seedId(orgId, `class:${code}`), seedId(orgId, `rule:${code}`)]
  await insertRows(exec, 'failure_mode', [{ org_id: orgId, id: seedId(orgId, `mode:${code}`), class_id: classId, code: 'OHE', name: 'Overheating', activities: ['check', 'replace'] }])
  await insertRows(exec, 'rule', [{ org_id: orgId, id: ruleId, name: `${name} too hot`, class_id: classId, status: 'published', published_version: 1 }])
  await insertRows(exec, 'rule_version', [{ org_id: orgId, id: seedId(orgId, `rule:${code}:1`), rule_id: ruleId, version: 1, definition: RULE, published_at: new Date(0) }])
}

async function writePoints(exec: Exec, { orgId, siteId }: LargePlace): Promise<void> {
  await insertRows(exec, 'lane', [{ org_id: orgId, site_id: siteId }])
  const sourceId = seedId(orgId, 'source')
  await insertRows(exec, 'source', [{ org_id: orgId, id: sourceId, site_id: siteId, name: 'Historian', kind: 'http' }])
  await exec.query(
    `INSERT INTO source_state (source_id, org_id, lane_no, watermark, last_seen_at) SELECT $2::uuid, org_id, no, now(), now() FROM lane WHERE org_id = $1::uuid
     ON CONFLICT (source_id) DO UPDATE SET watermark = now(), last_seen_at = now()`, [orgId, sourceId])
  await exec.query(
    `INSERT INTO point (org_id, id, site_id, asset_id, key, code, name, quantity, unit, range_low, range_high, expected_interval_ms, staleness_ms, source_id)
     SELECT $1::uuid, ${sqlId(`'point:' || a.tag || p.code`)}, a.site_id, a.id, a.tag || '.' || p.code, p.code, p.name, p.quantity, p.unit, p.low, p.high, 600000, ${STALE_MS}, $2::uuid
       FROM asset a CROSS JOIN (VALUES ('temp', 'Temperature', 'temperature', 'Cel', -40, 300), ('vib', 'Vibration', 'velocity', 'mm/s', 0, 100)) AS p(code, name, quantity, unit, low, high)
      WHERE a.org_id = $1::uuid AND a.level = 'machine' ORDER BY a.tag, p.code ON CONFLICT DO NOTHING`, [orgId, sourceId])
}

async function writePeople(exec: Exec, { orgId, siteId }: LargePlace): Promise<void> {
  await exec.query(`INSERT INTO person (org_id, id, name) SELECT $1::uuid, ${sqlId(`'person:' || n`)}, 'Person ' || n FROM generate_series(1, ${PEOPLE}) AS n ON CONFLICT DO NOTHING`, [orgId])
  await exec.query(
    `INSERT INTO role_grant (org_id, id, person_id, role, site_id)
     SELECT $1::uuid, ${sqlId(`'grant:' || n`)}, ${sqlId(`'person:' || n`)}, CASE WHEN n = 1 THEN 'admin' WHEN ${sqlRandom(`'role:' || n`)} < 0.2 THEN 'planner' ELSE 'technician' END, $2::uuid
       FROM generate_series(1, ${PEOPLE}) AS n ON CONFLICT DO NOTHING`, [orgId, siteId])
}
