import type { CalledAs } from '#server/core/on-call/escalate.ts'
import { params, type Params } from '#server/core/notify/kinds.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** CallRow is a call-out as it stands. */
export interface CallRow {
  readonly id: string
  readonly siteId: string
  readonly assetId: string
  readonly subjectType: 'incident' | 'work-order'
  readonly subjectId: string
  readonly priority: number
  readonly safety: boolean
  readonly state: 'open' | 'accepted' | 'over' | 'withdrawn'
  readonly params: Params
  readonly openedAt: Date
  readonly step: number
  readonly nextAt: Date | null
  readonly acceptedBy: string | null
  readonly acceptedAt: Date | null
}

interface StoredCall extends Omit<CallRow, 'subjectType' | 'state' | 'params'> {
  readonly subjectType: string
  readonly state: string
  readonly params: unknown
}

function read(row: StoredCall): CallRow {
  const parsed = params.safeParse(row.params)
  const state = row.state === 'accepted' || row.state === 'over' || row.state === 'withdrawn' ? row.state : 'open'
  return { ...row, subjectType: row.subjectType === 'work-order' ? 'work-order' : 'incident', state, params: parsed.success ? parsed.data : {} }
}

const COLUMNS = `id, site_id AS "siteId", asset_id AS "assetId", subject_type AS "subjectType", subject_id AS "subjectId", priority, safety, state, params, opened_at AS "openedAt",
  step, next_at AS "nextAt", accepted_by AS "acceptedBy", accepted_at AS "acceptedAt"`

/** NewCall is a call-out to be opened. */
export type NewCall = Pick<CallRow, 'siteId' | 'assetId' | 'subjectType' | 'subjectId' | 'priority' | 'safety' | 'params'> & { readonly key: string }

/** insertCall opens a call-out, again where it was withdrawn, and gives its id; null when there is one of that key. */
export async function insertCall(tx: Tx, call: NewCall): Promise<string | null> {
  const [row] = await tx.exec.query<{ id: string }>(
    `INSERT INTO call_out (org_id, id, site_id, asset_id, subject_type, subject_id, key, priority, safety, params, next_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::uuid, $7, $8, $9, $10::jsonb, clock_timestamp())
     ON CONFLICT (org_id, key) DO UPDATE SET state = 'open', priority = excluded.priority, params = excluded.params, next_at = clock_timestamp(), ended_at = NULL
       WHERE call_out.state = 'withdrawn' RETURNING id`,
    [tx.orgId, newId(), call.siteId, call.assetId, call.subjectType, call.subjectId, call.key, call.priority, call.safety, JSON.stringify(call.params)],
  )
  return row?.id ?? null
}

/** raiseCall makes an open call-out as urgent as its thing has become. */
export async function raiseCall(tx: Tx, key: string, priority: number): Promise<void> {
  await tx.exec.query(`UPDATE call_out SET priority = $3 WHERE org_id = $1::uuid AND key = $2 AND state = 'open' AND priority > $3`, [tx.orgId, key, priority])
}

/** lockCall takes a call-out for this transaction; null when there is none. */
export async function lockCall(tx: Tx, id: string): Promise<CallRow | null> {
  const [row] = await tx.exec.query<StoredCall>(`SELECT ${COLUMNS} FROM call_out WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE`, [tx.orgId, id])
  return row ? read(row) : null
}

/** Which names call-outs: one, the open ones, those that called a person and are open, or those about things. */
export type Which = { readonly id: string } | { readonly state: 'open' } | { readonly called: string } | { readonly subjects: readonly string[] }

function conditionOf(which: Which): readonly [condition: string, value: unknown] {
  if ('id' in which) return ['id = $2::uuid', which.id]
  if ('state' in which) return ['state = $2', which.state]
  if ('subjects' in which) return ['subject_id = ANY($2::uuid[])', which.subjects]
  return [`state = 'open' AND EXISTS (SELECT FROM call_step s WHERE s.org_id = c.org_id AND s.call_out_id = c.id AND s.person_id = $2::uuid)`, which.called]
}

/** callsWhere reads call-outs, newest first. */
export async function callsWhere(tx: Tx, which: Which): Promise<CallRow[]> {
  const [condition, value] = conditionOf(which)
  const rows = await tx.exec.query<StoredCall>(`SELECT ${COLUMNS} FROM call_out c WHERE org_id = $1::uuid AND ${condition} ORDER BY opened_at DESC, id DESC LIMIT 200`, [tx.orgId, value])
  return rows.map(read)
}

/** StepRow is one person called in one step. */
export interface StepRow {
  readonly callOutId: string
  readonly no: number
  readonly personId: string
  readonly as: CalledAs
  readonly round: number
  readonly at: Date
}

/** stepsOf lists who was called, in order. */
export async function stepsOf(tx: Tx, callIds: readonly string[]): Promise<StepRow[]> {
  const rows = await tx.db.callStep.findMany({
    where: { orgId: tx.orgId, callOutId: { in: [...callIds] } }, orderBy: [{ callOutId: 'asc' }, { no: 'asc' }, { personId: 'asc' }],
    select: { callOutId: true, no: true, personId: true, as: true, round: true, at: true },
  })
  return rows.map((row) => ({ ...row, as: row.as === 'supervisor' || row.as === 'anybody' ? row.as : 'on-call' }))
}

/** NewStep is a step of a call-out as it is taken. */
export interface NewStep {
  readonly no: number
  readonly personIds: readonly string[]
  readonly as: CalledAs
  readonly round: number
  readonly at: Date
  readonly nextAt: Date
}

/** saveStep records that people are called, and when the next are. */
export async function saveStep(tx: Tx, id: string, step: NewStep): Promise<void> {
  const { no, as, round, at } = step
  await tx.db.callStep.createMany({ data: step.personIds.map((personId) => ({ orgId: tx.orgId, callOutId: id, personId, no, as, round, at })) })
  await tx.db.callOut.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: { step: step.no, nextAt: step.nextAt } })
}

/** postponeCall looks at a call-out again later: there is nobody to call now. */
export async function postponeCall(tx: Tx, id: string, nextAt: Date): Promise<void> {
  await tx.db.callOut.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: { nextAt } })
}

/** endCall ends a call-out: accepted by somebody, over, or withdrawn. */
export async function endCall(tx: Tx, id: string, end: { readonly state: CallRow['state']; readonly by: string | null; readonly at: Date }): Promise<void> {
  await tx.db.callOut.update({
    where: { orgId_id: { orgId: tx.orgId, id } },
    data: { state: end.state, endedAt: end.at, nextAt: null, ...(end.state === 'accepted' ? { acceptedBy: end.by, acceptedAt: end.at } : {}) },
  })
}

/** Standing is how the thing of a call-out stands. */
export interface Standing {
  readonly subjectId: string
  readonly active: boolean
  /** Who acknowledged the alarm, or started or ended the order; null when nobody has. */
  readonly takenBy: string | null
}

/** standingOf reads how the things of call-outs stand; what is gone is not among them. */
export const standingOf = (tx: Tx, ids: readonly string[]): Promise<Standing[]> =>
  tx.exec.query<Standing>(
    `SELECT i.id AS "subjectId", i.state = 'open' AS active,
            coalesce(a.acknowledged_by, (SELECT e.actor_id FROM work_order w JOIN work_order_event e ON e.org_id = w.org_id AND e.work_order_id = w.id
               WHERE w.org_id = i.org_id AND w.incident_id = i.id AND e.type = 'started' AND e.at >= i.created_at ORDER BY e.at LIMIT 1)) AS "takenBy"
     FROM incident i LEFT JOIN alarm a ON a.org_id = i.org_id AND a.incident_id = i.id WHERE i.org_id = $1::uuid AND i.id = ANY($2::uuid[])
     UNION ALL
     SELECT w.id, w.status IN ('requested', 'approved', 'planned', 'scheduled'),
            (SELECT e.actor_id FROM work_order_event e WHERE e.org_id = w.org_id AND e.work_order_id = w.id AND e.type IN ('started', 'assigned', 'rejected') AND e.actor_id IS NOT NULL ORDER BY e.at LIMIT 1)
     FROM work_order w WHERE w.org_id = $1::uuid AND w.id = ANY($2::uuid[])`,
    [tx.orgId, ids],
  )
