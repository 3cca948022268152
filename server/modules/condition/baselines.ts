import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { touchSiteConfig } from '#server/platform/site-config.ts'
import { baselineQuestions, insertRestart, insertRestarts, lockRestart, saveVerdict } from './baselines.repo.ts'

/** LEARN_AGAIN is why learning begins anew when a person refused what was learnt, and nothing older is known. */
const LEARN_AGAIN = 'learn-again'

const personOf = (actor: Actor): string | null => (actor.type === 'person' ? actor.personId : null)

/** Work is what was done on a machine, under which order (null for none), and when it was done. */
interface Work {
  readonly orderId: string | null
  readonly assetId: string
  readonly siteId: string
  readonly at: Date
  readonly activity: string
}

/** restartLearning lets the baselines of a machine that was worked on be learnt anew from the end of the work on, in the caller's transaction. */
export async function restartLearning(tx: Tx, actor: Actor, { orderId, assetId, siteId, at, activity }: Work): Promise<void> {
  const machines = await insertRestarts(tx, assetId, { at, reason: activity, workOrderId: orderId, createdBy: personOf(actor) })
  if (machines.length === 0) return
  for (const machine of machines) {
    await writeAudit(tx, { actor, action: 'asset.restart-learning', entity: 'asset', entityId: machine, after: { at, activity, workOrderId: orderId } })
    await publishLive(tx.exec, tx.orgId, { entity: 'asset', id: machine })
  }
  await touchSiteConfig(tx.exec, tx.orgId, siteId)
}

/** DecideBaseline says whether what was learnt since a repair may be judged by. */
export interface DecideBaseline {
  readonly id: string
  readonly accept: boolean
  readonly reason: string
}

/**
 * decideBaseline settles what a machine's rules learnt since a repair: accepted, it is judged by; refused, the old baseline goes on, and where none is known it
 * is learnt anew from now on. The same decision again changes nothing; throws 'conflict' when it was decided otherwise, or is not asked any more.
 */
export const decideBaseline = (actor: Actor, { id, accept, reason }: DecideBaseline): Promise<{ verdict: 'accepted' | 'refused' }> =>
  withTenant(actor.orgId, async (tx) => {
    const restart = await lockRestart(tx, id)
    if (!restart || !can(actor, 'asset.read', restart.siteId)) throw notFound('This question')
    requirePermission(actor, 'rule.publish', restart.siteId)
    const verdict = accept ? 'accepted' : 'refused'
    if (restart.verdict === verdict) return { verdict }
    if (restart.verdict !== null) throw new AppError('conflict', 'Somebody has decided otherwise meanwhile: look at the machine again.')
    const asked = (await baselineQuestions(tx, { siteIds: null, assetId: restart.assetId })).filter((one) => one.resetId === id)
    if (!restart.isNewest || asked.length === 0) throw new AppError('conflict', 'This is not asked any more: the machine was worked on again, or its rules have changed.')
    const at = now()
    await saveVerdict(tx, id, { verdict, checkedBy: personOf(actor), checkedAt: at, checkedNote: reason })
    const again = !accept && asked.every((one) => one.was === null)
    if (again) await insertRestart(tx, restart.assetId, { at, reason: LEARN_AGAIN, workOrderId: null, createdBy: personOf(actor) })
    const found = asked.map(({ ruleName, pointName, finding, was, is, unit }) => ({ rule: ruleName, point: pointName, finding, was, is, unit }))
    await writeAudit(tx, { actor, action: `asset.baseline-${verdict}`, entity: 'asset', entityId: restart.assetId, before: { found }, after: { reason, again } })
    await touchSiteConfig(tx.exec, tx.orgId, restart.siteId)
    await publishLive(tx.exec, tx.orgId, { entity: 'asset', id: restart.assetId })
    return { verdict }
  })
