import { AppError } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Exec } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { hasDelivered, markRemoved } from './edit.repo.ts'
import { lockEditable, refuseDemo } from './editable.ts'

/**
 * removeSourceIn removes a source that never delivered, within the caller's transaction; 'conflict' for one that did: its
 * readings name it as where they came from, so it can only be switched off.
 */
export async function removeSourceIn(exec: Exec, actor: Actor, id: string): Promise<void> {
  const { orgId } = actor
  const source = await lockEditable(exec, actor, id)
  refuseDemo(source)
  if (await hasDelivered(exec, orgId, id)) {
    throw new AppError('conflict', 'This source has delivered readings, and they name it as where they came from: it cannot be removed, only switched off.')
  }
  await markRemoved(exec, orgId, id)
  await writeAudit({ orgId, exec }, { actor, action: 'source.remove', entity: 'source', entityId: id, before: { name: source.name, kind: source.kind, config: source.config } })
  await publishLive(exec, orgId, { entity: 'source', id })
}
