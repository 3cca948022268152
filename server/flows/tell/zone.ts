import * as notify from '#server/modules/notify/index.ts'
import type { CallRow } from '#server/modules/on-call/index.ts'
import type { Tx } from '#server/platform/db.ts'

/** zoneAndMode is the zone of the site's clocks and the fault of a call-out's thing. */
export async function zoneAndMode(tx: Tx, call: CallRow): Promise<{ zone: string; failureMode: string | null }> {
  const facts = call.subjectType === 'incident' ? await notify.incidentFacts(tx, call.subjectId) : await notify.orderFacts(tx, call.subjectId)
  return { zone: facts?.zone ?? 'UTC', failureMode: facts?.failureMode ?? null }
}
