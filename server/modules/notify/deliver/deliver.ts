import { SECOND_MS } from '#server/core/kernel/time.ts'
import { breakFor, retryAfter } from '#server/core/notify/retry.ts'
import { mostAtOnce } from '#server/core/notify/route.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { log } from '#server/platform/log.ts'
import { MAIL_TIMEOUT_MS } from '#server/platform/mail/send-mail.ts'
import { publishLive } from '#server/platform/live.ts'
import type { Rung } from '../tell/tell.repo.ts'
import { claimDelivery, itemsOf, type Claimed } from './claim.repo.ts'
import { nextOfRoute } from './due.repo.ts'
import { endTrouble, markFailed, markSent, noteTrouble, switchOff } from './settle.repo.ts'
import { transmit, type Content, type Outcome } from './transmit.ts'

/** Delivered is what became of a try: what to ring for, and whether an endpoint has just been found out of order. */
export interface Delivered {
  readonly ring: readonly Rung[]
  readonly broken: { readonly endpointId: string; readonly label: string; readonly error: string } | null
}

// Longer than the slowest channel may take, so that only a sender that died loses its claim.
const CLAIM_MS = MAIL_TIMEOUT_MS + 20 * SECOND_MS
const NOTHING: Delivered = { ring: [], broken: null }

async function settle(tx: Tx, claimed: Claimed, outcome: Outcome, chance: number): Promise<Delivered> {
  const { endpoint, attempts } = claimed
  await publishLive(tx.exec, tx.orgId, { entity: 'notification', ...(endpoint.personId === null ? {} : { id: endpoint.personId }) })
  if (outcome.ok) {
    await markSent(tx, claimed.id, endpoint.id)
    await endTrouble(tx, endpoint.id)
    return NOTHING
  }
  const restMs = breakFor(endpoint.failures + 1)
  const retryMs = outcome.then === 'retry' ? retryAfter(attempts, chance) : null
  const dueAt = await markFailed(tx, claimed.id, endpoint.id, { error: outcome.error, retryMs, restMs })
  if (outcome.then === 'switch-off') await switchOff(tx, endpoint.id)
  log.warn({ orgId: tx.orgId, deliveryId: claimed.id, channel: claimed.channel, attempts, error: outcome.error, then: outcome.then }, 'a message did not get through')
  const ring = retryMs === null || dueAt === null ? [] : [{ orgId: tx.orgId, deliveryId: claimed.id, attempts, dueAt }]
  // A person's browser that is gone is nothing to act on; what a person needs to hear of is a place that should be there.
  if (claimed.channel === 'push' || (restMs === null && outcome.then === 'retry')) return { ring, broken: null }
  const fresh = await noteTrouble(tx, endpoint.id, `${endpoint.label}: ${outcome.error}`)
  return { ring, broken: fresh ? { endpointId: endpoint.id, label: endpoint.label, error: outcome.error } : null }
}

/**
 * deliver sends one message, if it is due and its route has room. At least once: a process that dies between sending and noting
 * it leaves the claim to run out, and the same message, with the same id, is sent again.
 */
export async function deliver({ orgId, deliveryId }: { readonly orgId: string; readonly deliveryId: string }, chance: () => number = Math.random): Promise<Delivered> {
  const work = await withTenant(orgId, async (tx): Promise<{ claimed: Claimed; content: Content } | null> => {
    const claimed = await claimDelivery(tx, deliveryId, CLAIM_MS, mostAtOnce)
    if (claimed === null || claimed === 'busy' || claimed === 'later') return null
    return { claimed, content: await itemsOf(tx, deliveryId) }
  })
  if (work === null) return NOTHING
  const outcome = await transmit(work.claimed, work.content)
  return withTenant(orgId, async (tx) => {
    const { ring, broken } = await settle(tx, work.claimed, outcome, chance())
    const next = await nextOfRoute(tx, work.claimed.route)
    return { broken, ring: next === null ? ring : [...ring, next] }
  })
}
