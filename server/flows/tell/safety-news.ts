import { eventKey } from '#server/core/notify/keys.ts'
import type { Kind, Params } from '#server/core/notify/kinds.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { peopleWho } from '#server/modules/isolation/index.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { Tx } from '#server/platform/db.ts'

/** SafetyNews is something about the isolation of an order's machine that people must hear of. */
export interface SafetyNews {
  readonly order: { readonly id: string }
  readonly opId: string
  readonly actor: Actor
}

async function tell(tx: Tx, { order, opId, actor }: SafetyNews, kind: Kind, people: readonly string[], more: Params): Promise<void> {
  const facts = await notify.orderFacts(tx, order.id)
  if (!facts) return
  const event = {
    key: eventKey(kind, order.id, opId), siteId: facts.siteId, zone: facts.zone, priority: null, safety: true, subject: { type: 'work-order', id: facts.id },
    params: {
      assetId: facts.assetId, assetTag: facts.assetTag, assetName: facts.assetName, number: formatNumber(facts.no), title: facts.title,
      ...(actor.type === 'person' ? { by: actor.name } : {}), ...more,
    },
  } as const
  await notify.tellPeople(tx, event, people.map((personId) => ({ personId, kind, loud: true })))
}

/** tellOfFlag tells those who look after safety at the site what was done without a lock or isolation, and reported afterwards. */
export async function tellOfFlag(tx: Tx, news: SafetyNews & { readonly text: string }): Promise<void> {
  const facts = await notify.orderFacts(tx, news.order.id)
  if (!facts) return
  const people = await peopleWho(tx, facts.siteId, 'permit.overrule')
  await tell(tx, news, 'isolation-flagged', people.map(({ id }) => id), { text: news.text })
}

/** tellOfRemovedLock tells a person that his lock was taken off by another. */
export const tellOfRemovedLock = (tx: Tx, news: SafetyNews & { readonly ownerId: string; readonly reason: string }): Promise<void> =>
  tell(tx, news, 'lock-removed', [news.ownerId], { text: news.reason })
