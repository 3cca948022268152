import { notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import type { ShadowAnswer } from '#server/core/rules/shadow.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { findFiring, saveShadowVerdict } from './shadow.repo.ts'

/** judgeFiring keeps whether an episode that a shadow version would have raised would have been right; null takes the answer back. */
export async function judgeFiring(actor: Actor, input: { readonly id: string; readonly answer: ShadowAnswer | null; readonly note?: string | undefined }): Promise<void> {
  await withTenant(actor.orgId, async (tx) => {
    const firing = await findFiring(tx, input.id)
    if (!firing || !can(actor, 'rule.read', firing.siteId)) throw notFound('This firing')
    requirePermission(actor, 'incident.handle', firing.siteId)
    const { answer } = input
    const note = input.note?.trim() ? input.note.trim() : null
    await saveShadowVerdict(tx, input.id, answer === null ? null : { answer, note, personId: actor.type === 'person' ? actor.personId : null, at: now() })
    await writeAudit(tx, { actor, action: 'rule.judge-firing', entity: 'rule', entityId: firing.ruleId, after: { firingId: input.id, answer, note } })
    await publishLive(tx.exec, tx.orgId, { entity: 'rule', id: firing.ruleId })
  })
}
