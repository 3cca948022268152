import { NOT_STARTED, UNFINISHED, workOrderKind, workOrderSource, workOrderStatus } from '#server/core/work-orders/enums.ts'
import type { OrderFacts } from '#server/core/work-orders/order.ts'
import { APPROVED_BY_POLICY } from '#server/core/work-orders/policy.ts'
import { toPriority } from '#server/core/work-orders/priority.ts'
import { LATE_APPROVAL_MS } from '#server/core/work-orders/questions.ts'
import type { Tx } from '../../platform/db.ts'
import { machineColumns, machineJoins, type AboutMachine } from './machine.repo.ts'
import { sitesParam, type Sites } from './overview.repo.ts'

/** AskingOrder is an order that may ask something: its facts, its machine and failure mode, and the episode it is about. */
export interface AskingOrder extends OrderFacts, AboutMachine {
  readonly id: string
  readonly no: number
  readonly siteId: string
  readonly title: string
  readonly text: unknown
  readonly createdAt: Date
  readonly completedAt: Date | null
  readonly closedAt: Date | null
  readonly dueAt: Date | null
  readonly createdByName: string | null
  readonly completedByName: string | null
  readonly assigneeName: string | null
  readonly openedAt: Date | null
  readonly resolvedAt: Date | null
  readonly limit: number | null
  readonly peakValue: number | null
  readonly pointNo: number | null
  readonly unit: string | null
  readonly lastAt: Date | null
  readonly key: string | null
  /** The rule version's definition as stored. */
  readonly definition: unknown
}

/** Reach is where a person may answer which kind of question. */
export interface Reach {
  readonly approve: Sites
  readonly verify: Sites
  readonly close: Sites
}

const NOT_ENDED = [...UNFINISHED, 'completed', 'verified']

/** askingOrders lists orders that may ask something which somebody with this reach can answer, what still stands first; whether they do is decided by their facts. */
export async function askingOrders(tx: Tx, reach: Reach, now: Date, limit: number): Promise<AskingOrder[]> {
  const rows = await tx.exec.query<AskingOrder>(
    `SELECT w.id, w.no, w.site_id AS "siteId", w.title, w.text, w.status, w.kind, w.source, w.priority, w.failure_mode AS "failureMode", coalesce(fm.safety, false) AS safety,
            w.verification_required AS "verificationRequired", w.break_in AS "breakIn", w.approved_by AS "approvedBy", w.assignee_id AS "assigneeId", w.propose_close AS "proposeClose",
            w.repair_in_doubt AS "repairInDoubt", w.incident_id AS "incidentId", w.function_lost_at AS "functionLostAt", w.work_started_at AS "workStartedAt",
            w.work_finished_at AS "workFinishedAt", w.returned_at AS "returnedAt", w.costs_posted_at AS "costsPostedAt", w.created_at AS "createdAt", w.completed_at AS "completedAt",
            w.closed_at AS "closedAt", w.due_at AS "dueAt", maker.name AS "createdByName", doer.name AS "completedByName", assignee.name AS "assigneeName",
            ${machineColumns('w')},
            i.opened_at AS "openedAt", i.resolved_at AS "resolvedAt", i."limit", i.peak_value AS "peakValue", i.point_no AS "pointNo", p.unit, i.last_at AS "lastAt", i.key, v.definition
     FROM work_order w
     ${machineJoins('w')}
     LEFT JOIN incident i ON i.org_id = w.org_id AND i.id = w.incident_id
     LEFT JOIN point p ON p.org_id = i.org_id AND p.no = i.point_no
     LEFT JOIN rule_version v ON v.org_id = i.org_id AND v.id = i.rule_version_id
     LEFT JOIN person maker ON maker.org_id = w.org_id AND maker.id = w.created_by
     LEFT JOIN person doer ON doer.org_id = w.org_id AND doer.id = w.completed_by
     LEFT JOIN person assignee ON assignee.org_id = w.org_id AND assignee.id = w.assignee_id
     WHERE w.org_id = $1::uuid
       AND w.id IN (
         SELECT id FROM work_order WHERE org_id = $1::uuid AND status = ANY ($6::text[])
         UNION ALL SELECT id FROM work_order WHERE org_id = $1::uuid AND function_lost_at IS NOT NULL AND returned_at IS NULL
         UNION ALL SELECT id FROM work_order WHERE org_id = $1::uuid AND break_in AND approved_by IS NULL AND closed_at > $8::timestamptz)
       AND (
         (($2::uuid[] IS NULL OR w.site_id = ANY ($2::uuid[])) AND (w.status = 'requested' OR (w.break_in AND w.approved_by IS NULL AND w.status IN ('in_progress', 'on_hold', 'completed', 'verified', 'closed')
            AND (w.closed_at IS NULL OR w.closed_at > $8::timestamptz) AND NOT (w.source = 'pm' OR (w.kind = 'predictive' AND w.priority <= $9::int)))))
         OR (($3::uuid[] IS NULL OR w.site_id = ANY ($3::uuid[])) AND w.status = 'completed' AND w.verification_required)
         OR (($4::uuid[] IS NULL OR w.site_id = ANY ($4::uuid[])) AND (w.status = 'verified' OR (w.status = 'completed' AND (w.repair_in_doubt OR NOT w.verification_required))
            OR (w.propose_close AND w.status = ANY ($7::text[])) OR (w.function_lost_at IS NOT NULL AND w.returned_at IS NULL AND w.status IN ('completed', 'verified', 'closed')))))
     ORDER BY w.propose_close OR (w.status IN ('completed', 'verified') AND NOT (w.repair_in_doubt OR w.verification_required OR (w.function_lost_at IS NOT NULL AND w.returned_at IS NULL))),
              w.priority, w.created_at DESC, w.id LIMIT $5::int`,
    [
      tx.orgId, sitesParam(reach.approve), sitesParam(reach.verify), sitesParam(reach.close), limit, NOT_ENDED, NOT_STARTED,
      new Date(now.getTime() - LATE_APPROVAL_MS), APPROVED_BY_POLICY,
    ],
  )
  return rows.map((row) => ({
    ...row, status: workOrderStatus.parse(row.status), kind: workOrderKind.parse(row.kind), source: workOrderSource.parse(row.source), priority: toPriority(row.priority),
  }))
}
