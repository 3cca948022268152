import { eventKey } from '#server/core/notify/keys.ts'
import { MINUTE_MS } from '#server/core/kernel/time.ts'
import { nextStep } from '#server/core/on-call/escalate.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { Rung } from '#server/modules/notify/index.ts'
import * as onCall from '#server/modules/on-call/index.ts'
import type { CallRow, Scene } from '#server/modules/on-call/index.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { log } from '#server/platform/log.ts'

/** callEvent is a call-out as people are told of it. */
export const callEvent = (call: CallRow, zone: string, key: string): notify.Event => ({
  key, zone, siteId: call.siteId, priority: call.priority, safety: call.safety, subject: { type: call.subjectType, id: call.subjectId }, params: call.params,
})

/** takeStep calls whoever is next about a locked, open call-out, whatever was told of it before. */
export async function takeStep(tx: Tx, scene: Scene, call: CallRow, zone: string, now: number): Promise<Rung[]> {
  const before = await onCall.stepsOf(tx, [call.id])
  const step = nextStep(before, onCall.reachOf(scene, now), now)
  if (!step) {
    log.error({ orgId: tx.orgId, callOutId: call.id }, 'nobody can be called: the organization has no active person')
    await onCall.postponeCall(tx, call.id, new Date(now + MINUTE_MS))
    return []
  }
  const no = call.step + 1
  await onCall.saveStep(tx, call.id, { no, personIds: step.personIds, as: step.as, round: step.round, at: new Date(now), nextAt: new Date(step.nextAt) })
  const base = callEvent(call, zone, eventKey('call', call.id, String(no)))
  const event = { ...base, params: { ...base.params, as: step.as, round: step.round, minutes: Math.round((step.nextAt - now) / MINUTE_MS) } }
  const people = await notify.tellPeople(tx, event, step.personIds.map((personId) => ({ personId, kind: 'call' as const, loud: true })))
  const webhooks = await notify.tellWebhooks(tx, 'call', event, step.personIds)
  await publishLive(tx.exec, tx.orgId, { entity: 'roster', id: call.id })
  return [...people.rung, ...webhooks]
}
