import { eventKey } from '#server/core/notify/keys.ts'
import { isLongJob, minutesOf } from '#server/core/notify/long-job.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { Tx } from '#server/platform/db.ts'

/** EndedJob is a job that has just ended, with who asked for it and how long ago (ms). */
export interface EndedJob {
  readonly id: string
  readonly kind: 'backtest' | 'limits'
  readonly ruleId: string
  readonly ruleName: string
  readonly requestedBy: string | null
  readonly sinceMs: number
  readonly failed: boolean
}

/** tellOfLongJob tells whoever asked for a job that it is over, where it took so long that he looks at something else by now: in the list only. */
export async function tellOfLongJob(tx: Tx, { id, kind, ruleId, ruleName, requestedBy, sinceMs, failed }: EndedJob): Promise<void> {
  if (requestedBy === null || !isLongJob(sinceMs)) return
  const event = {
    key: eventKey('job-over', id), siteId: null, zone: 'UTC', priority: null, safety: false, subject: { type: 'rule', id: ruleId },
    params: { job: kind, jobId: id, ruleName, failed, minutes: minutesOf(sinceMs) },
  } as const
  await notify.tellPeople(tx, event, [{ personId: requestedBy, kind: 'job-over', loud: false }])
}
