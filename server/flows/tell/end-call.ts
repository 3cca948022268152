import { callEnd, type CallEnd } from '#server/core/on-call/escalate.ts'
import { eventKey } from '#server/core/notify/keys.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { Rung } from '#server/modules/notify/index.ts'
import * as onCall from '#server/modules/on-call/index.ts'
import type { CallRow } from '#server/modules/on-call/index.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { mayCallFor } from './may-call.ts'
import { callEvent } from './step-call.ts'

/** endIfNotNeeded tells whether a call-out is still needed: how it ends when its thing was taken otherwise, is over or may not call; null while it is. */
export async function endIfNotNeeded(tx: Tx, call: CallRow): Promise<CallEnd | null> {
  const [standing] = await onCall.standingOf(tx, [call.subjectId])
  const mayCall = call.subjectType === 'work-order' || (await mayCallFor(tx, [call.subjectId])).has(call.subjectId)
  return callEnd({ exists: standing !== undefined, active: standing?.active ?? false, takenBy: standing?.takenBy ?? null, mayCall })
}

/** finishCall ends a locked, open call-out and lets those who were called sleep: when somebody has accepted, they are told who. */
export async function finishCall(tx: Tx, call: CallRow, end: CallEnd, zone: string, now: number): Promise<Rung[]> {
  const by = end.state === 'accepted' ? end.by : null
  await onCall.endCall(tx, call.id, { state: end.state, by, at: new Date(now) })
  await publishLive(tx.exec, tx.orgId, { entity: 'roster', id: call.id })
  if (by === null) return []
  const name = (await onCall.namesByIds(tx, [by])).get(by)
  const event = callEvent(call, zone, eventKey('call-accepted', call.id))
  const named = { ...event, params: { ...event.params, ...(name === undefined ? {} : { by: name }) } }
  const others = [...new Set((await onCall.stepsOf(tx, [call.id])).map(({ personId }) => personId))].filter((personId) => personId !== by)
  const people = await notify.tellPeople(tx, named, others.map((personId) => ({ personId, kind: 'call-accepted' as const, loud: true })))
  return [...people.rung, ...await notify.tellWebhooks(tx, 'call-accepted', named, others)]
}
