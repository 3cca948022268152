import type { Exec } from '#server/platform/db.ts'
import type { LargePlace } from './large-plant.ts'
import { sqlId, sqlPick, sqlRandom } from './sql.ts'

// About one order in seven is still open, as in a plant with a few weeks of backlog.
const STATUSES = [...new Array<string>(34).fill('closed'), 'cancelled', 'completed', 'in_progress', 'on_hold', 'approved', 'planned', 'scheduled', 'requested']
const MODES = ['VIB', 'OHE', 'ELU', 'BRD']

/** writeLargeOrders adds `orders` work orders over the last two years with two events each, and an incident for every fifth (of an ended order resolved, of one in 40 open). */
export async function writeLargeOrders(exec: Exec, place: LargePlace, orders: number): Promise<void> {
  const { orgId, siteId } = place
  await exec.query('CREATE TEMP TABLE seed_order ON COMMIT DROP AS SELECT n, '
    + `${sqlPick(STATUSES, `'status:' || n`)} AS status, now() - ${sqlRandom(`'created:' || n`)} * interval '730 days' AS created_at, `
    + `1 + floor(${sqlRandom(`'asset:' || n`)} * m.machines)::int AS machine, (1 + floor(${sqlRandom(`'priority:' || n`)} * 4))::int AS priority, `
    + `${sqlPick(['condition', 'pm', 'pm', 'manual', 'request'], `'source:' || n`)} AS source, ${sqlPick(MODES, `'mode:' || n`)} AS mode `
    + `FROM generate_series(1, ${Math.floor(orders)}) AS n, (SELECT count(*)::int AS machines FROM asset WHERE org_id = '${orgId}' AND level = 'machine') AS m`)
  await exec.query(
    `INSERT INTO work_order (org_id, id, no, site_id, asset_id, kind, source, status, priority, title, failure_mode, assignee_id, created_at, updated_at, due_at, closed_at, verdict, idempotency_key)
     SELECT $1::uuid, ${sqlId(`'order:' || n`)}, n, $2::uuid, ${sqlId(`'machine:' || machine`)},
            CASE source WHEN 'condition' THEN 'predictive' WHEN 'pm' THEN 'preventive' ELSE 'corrective' END, source, status, priority,
            CASE source WHEN 'pm' THEN 'Inspection and grease' ELSE 'Work ' || n || ' on machine ' || machine END, CASE WHEN source = 'condition' THEN mode END,
            CASE WHEN ${sqlRandom(`'assigned:' || n`)} < 0.7 THEN ${sqlId(`'person:' || (1 + n % 20)`)} END, created_at, created_at + interval '2 h', created_at + priority * interval '7 days',
            CASE WHEN status IN ('closed', 'cancelled') THEN created_at + interval '3 days' END, CASE WHEN status = 'closed' AND source = 'condition' THEN 'confirmed' END, 'large:' || n
       FROM seed_order ON CONFLICT DO NOTHING`, [orgId, siteId])
  await exec.query(
    `INSERT INTO work_order_event (org_id, id, work_order_id, at, type, to_status, data)
     SELECT $1::uuid, ${sqlId(`'event:' || n || ':' || k`)}, ${sqlId(`'order:' || n`)}, created_at + k * interval '1 h', CASE k WHEN 0 THEN 'created' ELSE 'commented' END, status, '{}'
       FROM seed_order CROSS JOIN generate_series(0, 1) AS k ON CONFLICT DO NOTHING`, [orgId])
  await writeIncidents(exec, place)
  await exec.query(`INSERT INTO counter (org_id, name, value) VALUES ($1::uuid, 'work-order', $2::int) ON CONFLICT (org_id, name) DO UPDATE SET value = greatest(counter.value, excluded.value)`,
    [orgId, Math.floor(orders)])
}

async function writeIncidents(exec: Exec, { orgId, siteId }: LargePlace): Promise<void> {
  await exec.query(
    `INSERT INTO incident (org_id, id, site_id, asset_id, key, failure_mode, rule_id, rule_version_id, point_no, state, priority, opened_at, last_at, resolved_at, value, "limit", peak_value, peak_at, firing)
     SELECT $1::uuid, ${sqlId(`'incident:' || o.n`)}, $2::uuid, a.id, a.id || ':' || CASE WHEN o.open THEN 'OHE' ELSE 'OHE-' || o.n END, 'OHE', r.id, v.id, p.no,
            CASE WHEN o.open THEN 'open' ELSE 'resolved' END, o.priority, o.created_at, o.created_at + interval '1 h', CASE WHEN o.open THEN NULL ELSE o.created_at + interval '5 h' END,
            97, 95, 99, o.created_at, '{}'
       FROM (SELECT *, n % 200 = 0 AS open FROM seed_order WHERE n % 5 = 0) AS o
       JOIN asset a ON a.org_id = $1::uuid AND a.id = ${sqlId(`'machine:' || o.machine`)}
       JOIN rule r ON r.org_id = $1::uuid AND r.class_id = a.class_id JOIN rule_version v ON v.org_id = $1::uuid AND v.rule_id = r.id
       JOIN point p ON p.org_id = $1::uuid AND p.asset_id = a.id AND p.code = 'temp' ON CONFLICT DO NOTHING`, [orgId, siteId])
}
