import { can, type MachineActor } from '#server/core/people/actor.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { loadBatch } from './batches.repo.ts'

const SHOWN_REJECTIONS = 1000

/** BatchView is what became of a batch; the counts are null until it was judged. */
export interface BatchView {
  readonly batch: string
  readonly status: 'waiting' | 'judged'
  readonly receivedAt: string
  readonly judgedAt: string | null
  readonly accepted: number
  readonly stored: number | null
  readonly duplicates: number | null
  readonly late: number | null
  readonly quarantined: number | null
  /** At most 1,000 rows that were not stored, in the order sent. */
  readonly rejected: readonly { readonly index: number; readonly code: string; readonly detail: string }[]
}

/** readBatch tells a machine what became of a batch: of its own source's always, of others' when its key may read the site. */
export async function readBatch(actor: MachineActor, batchId: string): Promise<BatchView> {
  const found = await loadBatch(actor.orgId, batchId, SHOWN_REJECTIONS)
  const mine = found !== null && (found.batch.sourceId === actor.sourceId || can(actor, 'telemetry.read', found.batch.siteId))
  if (!mine) throw notFound('This batch')
  const { batch, rejected } = found
  return {
    batch: batch.id,
    status: batch.doneAt === null ? 'waiting' : 'judged',
    receivedAt: batch.receivedAt.toISOString(),
    judgedAt: batch.doneAt?.toISOString() ?? null,
    accepted: batch.count,
    stored: batch.stored,
    duplicates: batch.duplicates,
    late: batch.late,
    quarantined: batch.quarantined,
    rejected,
  }
}
