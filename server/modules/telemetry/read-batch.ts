import { notFound } from '#server/core/kernel/errors.ts'
import { systemTx } from '../../platform/db.ts'
import { readBatch, type BatchReport } from './inbox.repo.ts'
import { readQuarantine } from './quarantine.repo.ts'

const MAX_FAULTS = 1000

/** readBatchReport tells what became of a batch, with the rows that were not stored and why; throws 'not-found' for another organization's. */
export async function readBatchReport(orgId: string, id: string): Promise<BatchReport & { faults: { index: number; code: string; detail: string }[] }> {
  const report = await readBatch(orgId, id)
  if (!report) throw notFound('This batch')
  const faults = await systemTx((client) => readQuarantine(client, orgId, id, MAX_FAULTS), orgId)
  return { ...report, faults }
}
