import { UNFINISHED } from '#server/core/work-orders/enums.ts'
import type { Tx } from '#server/platform/db.ts'

/** MAX_ON_TABLET is how many orders a tablet keeps. */
const MAX_ON_TABLET = 500

/** ScopedOrder is an order that a person's tablet keeps; the stamp changes whenever its page does. */
export interface ScopedOrder {
  readonly id: string
  readonly stamp: string
  /** Assigned to the person or a team of his, or his timer runs on it. */
  readonly mine: boolean
}

/**
 * tabletScope lists what a person's tablet keeps: his own unfinished orders, then those of the sites, the most urgent first, and what he finished
 * in the last 7 days, with those that the tablet asks to keep; at most 500.
 */
export const tabletScope = (tx: Tx, personId: string, sites: 'all' | readonly string[], keep: readonly string[] = []): Promise<ScopedOrder[]> =>
  tx.exec.query<ScopedOrder>(
    `WITH teams AS (SELECT team_id FROM team_member WHERE org_id = $1::uuid AND person_id = $2::uuid),
          kept AS (
            SELECT w.id, w.version, w.priority, w.due_at,
                   w.assignee_id IS NOT DISTINCT FROM $2::uuid OR w.team_id IN (SELECT team_id FROM teams)
                     OR EXISTS (SELECT 1 FROM labour l WHERE l.org_id = w.org_id AND l.work_order_id = w.id AND l.person_id = $2::uuid AND l.ended_at IS NULL) AS mine
              FROM work_order w
             WHERE w.org_id = $1::uuid AND ($3::uuid[] IS NULL OR w.site_id = ANY ($3::uuid[]))
               AND (w.status = ANY ($4::text[]) OR (w.completed_by = $2::uuid AND w.completed_at > now() - interval '7 days')
                    OR w.id = ANY ($5::uuid[])))
     SELECT k.id, k.mine, k.version || '.' || (SELECT count(*) || coalesce('.' || max(e.data->'window'->>'grownTo'), '') FROM evidence e WHERE e.org_id = $1::uuid AND e.work_order_id = k.id)
              || '.' || (SELECT count(a.checked_at) FROM attachment_link f JOIN attachment a ON a.org_id = f.org_id AND a.id = f.attachment_id
                          WHERE f.org_id = $1::uuid AND f.entity = 'work-order' AND f.entity_id = k.id) AS stamp
       FROM kept k ORDER BY k.mine DESC, k.priority, k.due_at NULLS LAST, k.id LIMIT ${MAX_ON_TABLET}`,
    [tx.orgId, personId, sites === 'all' ? null : sites, UNFINISHED, keep],
  )
