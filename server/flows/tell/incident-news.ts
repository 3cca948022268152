import { whoIsTold, type AlarmEvent } from '#server/core/notify/audience.ts'
import { eventKey } from '#server/core/notify/keys.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { IncidentFacts, Rung } from '#server/modules/notify/index.ts'
import * as onCall from '#server/modules/on-call/index.ts'
import type { Scene } from '#server/modules/on-call/index.ts'
import type { Tx } from '#server/platform/db.ts'
import { mayCallFor } from './may-call.ts'
import { openCall } from './open-call.ts'

/** IncidentNews names an incident that changed; what counts is how it stands now. */
export interface IncidentNews {
  readonly incidentId: string
}

async function tell(tx: Tx, scene: Scene, facts: IncidentFacts, kind: AlarmEvent['kind'], which: string, now: number): Promise<{ rung: Rung[]; told: string[] }> {
  const world = {
    onCall: onCall.onCallNow(scene, now), supervisors: onCall.supervisorsOf(scene), deciders: [], mentioned: [], assigneeId: facts.assigneeId,
    toldBefore: kind === 'alarm-opened' ? [] : await notify.toldOf(tx, facts.id),
  }
  const event = eventOf(facts, eventKey(kind, facts.id, which))
  const people = await notify.tellPeople(tx, event, whoIsTold({ kind, priority: facts.priority, safety: facts.safety, quiet: facts.replayed }, world))
  const webhooks = people.told.length === 0 || facts.replayed ? [] : await notify.tellWebhooks(tx, kind, event, people.told)
  return { rung: [...people.rung, ...webhooks], told: people.told }
}

function eventOf(facts: IncidentFacts, key: string): notify.Event {
  return {
    key, siteId: facts.siteId, zone: facts.zone, priority: facts.priority, safety: facts.safety, subject: { type: 'incident', id: facts.id },
    params: {
      assetId: facts.assetId, assetTag: facts.assetTag, assetName: facts.assetName, pointName: facts.pointName, unit: facts.unit, value: facts.value, limit: facts.limit,
      ...(facts.orderNo === null ? {} : { number: formatNumber(facts.orderNo) }),
    },
  }
}

/**
 * tellOfIncident tells people of an incident as it stands, and calls somebody out where it takes that: that it began, that it
 * became worse, that it is over. Shelved, suppressed and folded ones tell nobody. Telling it again changes nothing.
 */
export async function tellOfIncident(tx: Tx, { incidentId }: IncidentNews, now: number): Promise<Rung[]> {
  await notify.holdIncident(tx, incidentId)
  const facts = await notify.incidentFacts(tx, incidentId)
  if (!facts) return []
  const scene = await onCall.sceneOf(tx, facts.siteId, facts.assetId, facts.failureMode, now)
  if (!facts.open) return (await tell(tx, scene, facts, 'alarm-over', '', now)).rung
  if (!(await mayCallFor(tx, [incidentId])).has(incidentId)) return []
  const raised = await notify.toldPriority(tx, incidentId)
  const { rung } = raised === null
    ? await tell(tx, scene, facts, 'alarm-opened', '', now)
    : raised > facts.priority ? await tell(tx, scene, facts, 'alarm-raised', `p${facts.priority}`, now) : { rung: [] }
  if (facts.replayed || !onCall.callsSomebody(scene, facts)) return rung
  return [...rung, ...await openCall(tx, scene, { ...eventOf(facts, ''), subject: { type: 'incident', id: facts.id }, assetId: facts.assetId, key: `incident:${facts.id}` }, now)]
}
