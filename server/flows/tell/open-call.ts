import type * as notify from '#server/modules/notify/index.ts'
import type { Rung } from '#server/modules/notify/index.ts'
import * as onCall from '#server/modules/on-call/index.ts'
import type { Scene } from '#server/modules/on-call/index.ts'
import type { Tx } from '#server/platform/db.ts'
import { endIfNotNeeded } from './end-call.ts'
import { takeStep } from './step-call.ts'

/** CallReason is what somebody is called for. */
export interface CallReason extends Omit<notify.Event, 'subject'> {
  readonly subject: { readonly type: 'incident' | 'work-order'; readonly id: string }
  readonly assetId: string
}

/** openCall begins a call-out, or makes the one that is there as urgent as its thing has become, and calls the first person. */
export async function openCall(tx: Tx, scene: Scene, reason: CallReason, now: number): Promise<Rung[]> {
  const priority = reason.priority ?? 1
  const id = await onCall.insertCall(tx, {
    siteId: scene.siteId, assetId: reason.assetId, subjectType: reason.subject.type, subjectId: reason.subject.id, key: reason.key, priority,
    safety: reason.safety, params: reason.params,
  })
  if (id === null) {
    await onCall.raiseCall(tx, reason.key, priority)
    return []
  }
  const call = await onCall.lockCall(tx, id)
  // Taken already, by whoever acknowledged the alarm before: the next look ends it.
  return call && !(await endIfNotNeeded(tx, call)) ? takeStep(tx, scene, call, reason.zone, now) : []
}
