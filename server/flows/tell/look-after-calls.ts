import * as notify from '#server/modules/notify/index.ts'
import type { Rung } from '#server/modules/notify/index.ts'
import * as onCall from '#server/modules/on-call/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { log } from '#server/platform/log.ts'
import { endIfNotNeeded, finishCall } from './end-call.ts'
import { takeStep } from './step-call.ts'
import { zoneAndMode } from './zone.ts'

async function lookAfter(tx: Tx, id: string): Promise<Rung[]> {
  const call = await onCall.lockCall(tx, id)
  if (call?.state !== 'open') return []
  const now = await notify.databaseNow(tx)
  const { zone, failureMode } = await zoneAndMode(tx, call)
  const end = await endIfNotNeeded(tx, call)
  if (end) return finishCall(tx, call, end, zone, now)
  if (call.nextAt !== null && call.nextAt.getTime() > now) return []
  return takeStep(tx, await onCall.sceneOf(tx, call.siteId, call.assetId, failureMode, now), call, zone, now)
}

/** lookAfterCalls ends an organization's call-outs that are not needed any more and calls the next people where nobody accepted in time; gives the messages to ring for. */
export async function lookAfterCalls(orgId: string): Promise<Rung[]> {
  const open = await withTenant(orgId, (tx) => onCall.callsWhere(tx, { state: 'open' }))
  const rung: Rung[] = []
  for (const { id } of open) {
    try {
      rung.push(...await withTenant(orgId, (tx) => lookAfter(tx, id)))
    } catch (error) {
      // One call that cannot be looked after must not silence the others.
      log.error({ orgId, callOutId: id, error: String(error) }, 'a call-out could not be looked after')
    }
  }
  return rung
}
