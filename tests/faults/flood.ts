import type { NewBatch } from '#server/modules/telemetry/index.ts'
import type { TestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { shuffled, type Random } from './random.ts'
import type { Verdict } from './verdict.ts'

const MACHINES = 1000
const LINES = 10
const WITHIN_MS = 1000
const HOT = 95
const NORMAL = 40
const LARGEST_BATCH = 80

/** FloodLedger is what a flood sends: in the order of time to a source without a reorder window, or in any order to one with a window. */
export interface FloodLedger {
  readonly plant: Plant
  readonly batches: readonly NewBatch[]
  readonly closing: NewBatch
}

/** writeFlood makes a plant of 10 lines with 100 machines each, all of which get too hot within one second, cut into batches of any size. */
export async function writeFlood(random: Random, nowMs: number): Promise<FloodLedger> {
  const inOrder = random() < 0.5
  const plant = await makePlant({
    machines: MACHINES, lines: LINES, reorderWindowMs: inOrder ? 0 : 2 * WITHIN_MS,
    rules: [{ kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, priority: 2, failureMode: 'OHE' }],
  })
  const from = Math.floor(nowMs / 1000) * 1000 - 60_000
  const rows = plant.points.map((point) => ({ point: point.key, ts: from + Math.floor(random() * WITHIN_MS), value: HOT })).sort((a, b) => a.ts - b.ts)
  const sent = inOrder ? rows : shuffled(rows, random)
  const batches: NewBatch[] = []
  for (let at = 0; at < sent.length;) {
    // What has the same time must come together where nothing is allowed to be late.
    let end = at + 1 + Math.floor(random() * LARGEST_BATCH)
    while (inOrder && end < sent.length && sent[end]?.ts === sent[end - 1]?.ts) end += 1
    batches.push({ batchKey: `boot:flood:${at}`, readings: sent.slice(at, end) })
    at = end
  }
  const closing = { batchKey: 'boot:flood:end', readings: [{ point: plant.points[0]?.key ?? '', ts: from + 20 * WITHIN_MS, value: NORMAL }] }
  return { plant, batches, closing }
}

interface Counted {
  readonly readings: number
  readonly incidents: number
  readonly machines: number
  readonly lines: number
  readonly tickets: number
  readonly carried: number
}

/** judgeFlood compares what a flood left with what it must leave: every alarm once, on one open ticket, at most one of them a line. */
export async function judgeFlood(database: Pick<TestDatabase, 'query'>, { plant }: FloodLedger, stuck: number): Promise<Verdict> {
  const [row] = await database.query<Counted>(
    `SELECT (SELECT count(*)::int FROM telemetry.reading WHERE point_no = ANY($2::int[])) AS readings,
            count(*)::int AS incidents, count(DISTINCT i.asset_id)::int AS machines, count(DISTINCT coalesce(i.parent_id, i.id))::int AS lines,
            (SELECT count(*)::int FROM work_order w WHERE w.org_id = $1 AND w.status NOT IN ('closed', 'cancelled', 'rejected')) AS tickets,
            (count(*) FILTER (WHERE EXISTS (
              SELECT 1 FROM work_order w LEFT JOIN evidence e ON e.org_id = w.org_id AND e.work_order_id = w.id AND e.kind = 'folded'
              WHERE w.org_id = i.org_id AND w.status NOT IN ('closed', 'cancelled', 'rejected') AND (w.incident_id = i.id OR e.data->'all' ? i.id::text))))::int AS carried
     FROM incident i WHERE i.org_id = $1`,
    [plant.orgId, plant.points.map((point) => point.no)],
  )
  if (!row) throw new Error('the database counted nothing')
  const short = (have: number, want: number): number => Math.max(0, want - have)
  return {
    lostReadings: short(row.readings, MACHINES + 1), surplusReadings: short(MACHINES + 1, row.readings),
    missedIncidents: short(row.machines, MACHINES), surplusIncidents: row.incidents - row.machines + short(LINES, row.lines),
    missedTickets: short(row.carried, MACHINES), duplicateTickets: short(LINES, row.tickets), stuck,
  }
}
