import type { Telling } from '#server/core/notify/audience.ts'
import { CATEGORY_OF, type Kind, type Params } from '#server/core/notify/kinds.ts'
import { tellingKey } from '#server/core/notify/keys.ts'
import { groupKeyOf, planMessages, type News, type Reachable } from '#server/core/notify/plan.ts'
import { repeatAt } from '#server/core/notify/repeat.ts'
import { routeOf } from '#server/core/notify/route.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { databaseNow } from '../clock.repo.ts'
import { lastSentTo, recipientsOf, type LastSent, type Recipient } from './recipients.repo.ts'
import { insertNotification, joinDelivery, type Rung } from './tell.repo.ts'

/** Subject is what a notification is about, and where it leads. */
export interface Subject {
  readonly type: 'incident' | 'work-order' | 'call-out' | 'endpoint' | 'person' | 'rule'
  readonly id: string
}

/** Event is something that people are told of; its key makes it be told once. */
export interface Event {
  readonly key: string
  readonly siteId: string | null
  /** The site's, by which quiet hours are read. */
  readonly zone: string
  readonly priority: number | null
  readonly safety: boolean
  readonly subject: Subject
  readonly params: Params
}

const news = (event: Event, kind: Kind, loud: boolean): News => ({ kind, loud, priority: event.priority, safety: event.safety, siteId: event.siteId })

function places(recipient: Recipient, sent: readonly LastSent[]): Reachable[] {
  return recipient.endpoints.map(({ id, channel }) => ({
    id, channel, lastOf: (groupKey) => sent.find((one) => one.endpointId === id && one.groupKey === groupKey)?.at.getTime() ?? null,
  }))
}

/** planFor puts a notification into the messages that tell it, and names them. */
export async function planFor(tx: Tx, recipient: Recipient, what: News, notification: { readonly id: string; readonly repeat: number }, zone: string): Promise<Rung[]> {
  const sent = await lastSentTo(tx, recipient.endpoints.map(({ id }) => id))
  const rung: Rung[] = []
  for (const message of planMessages(what, recipient.preference, places(recipient, sent), await databaseNow(tx), zone)) {
    const endpoint = recipient.endpoints.find(({ id }) => id === message.endpointId)
    if (endpoint) rung.push(await joinDelivery(tx, notification.id, notification.repeat, routeOf(message.channel, endpoint), message))
  }
  return rung
}

/**
 * tellPeople tells people of an event in the caller's transaction: the list in their shell at once, and messages as each wants
 * them. Telling the same event again changes nothing. Gives the messages that wait to be sent, and who was told anew.
 */
export async function tellPeople(tx: Tx, event: Event, tellings: readonly Telling[]): Promise<{ rung: Rung[]; told: string[] }> {
  if (tellings.length === 0) return { rung: [], told: [] }
  const recipients = new Map((await recipientsOf(tx, tellings.map(({ personId }) => personId))).map((one) => [one.id, one]))
  const rung: Rung[] = []
  const told: string[] = []
  // Always in one order: two events told at once to the same people must not wait for each other in a circle.
  for (const { personId, kind, loud } of [...tellings].sort((a, b) => (a.personId < b.personId ? -1 : 1))) {
    const recipient = recipients.get(personId)
    if (!recipient) continue
    const what = news(event, kind, loud)
    const now = await databaseNow(tx)
    const repeat = repeatAt(what, now)
    const id = await insertNotification(tx, {
      personId, kind, key: tellingKey(event.key, personId), category: CATEGORY_OF[kind], siteId: event.siteId, priority: event.priority, safety: event.safety,
      subjectType: event.subject.type, subjectId: event.subject.id, groupKey: groupKeyOf(what), params: event.params, at: new Date(now),
      repeatAt: repeat === null ? null : new Date(repeat),
    })
    if (id === null) continue
    told.push(personId)
    rung.push(...await planFor(tx, recipient, what, { id, repeat: 0 }, event.zone))
    await publishLive(tx.exec, tx.orgId, { entity: 'notification', id: personId })
  }
  return { rung, told }
}
