import type { Actor } from '#server/core/people/actor.ts'
import { can, requirePermission, siteScope } from '#server/core/people/actor.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Exec } from '#server/platform/db.ts'
import { inTenant, keysOf, revoke, type KeyView } from './keys.repo.ts'
import { forgetKeys } from './verify-api-key.ts'

const visible = (actor: Actor, key: KeyView): boolean =>
  key.siteId === null ? siteScope(actor, 'key.edit') === 'all' : can(actor, 'key.edit', key.siteId)

/** listApiKeys shows the keys of the actor's sites, without their text. */
export async function listApiKeys(actor: Actor): Promise<KeyView[]> {
  requirePermission(actor, 'key.edit')
  const keys = await inTenant(actor.orgId, (exec) => keysOf(exec, actor.orgId))
  return keys.filter((key) => visible(actor, key))
}

/** revokeApiKey ends a key for good: at once in this process, within seconds in the others. */
export async function revokeApiKey(actor: Actor, input: { readonly id: string }): Promise<void> {
  await inTenant(actor.orgId, async (exec) => {
    const key = (await keysOf(exec, actor.orgId)).find((each) => each.id === input.id)
    if (!key || !visible(actor, key) || !(await revoke(exec, actor.orgId, key.id))) throw notFound('This key')
    await writeAudit({ orgId: actor.orgId, exec }, { actor, action: 'key.revoke', entity: 'api-key', entityId: key.id, before: { name: key.name } })
  })
  forgetKeys([input.id])
}

/** revokeKeysOfSourceIn ends every key of a source, within the caller's transaction, and names them; tell forgetKeys after the commit. */
export async function revokeKeysOfSourceIn(exec: Exec, actor: Actor, sourceId: string): Promise<string[]> {
  const keys = (await keysOf(exec, actor.orgId)).filter((key) => key.sourceId === sourceId && key.revokedAt === null)
  for (const { id, name } of keys) {
    await revoke(exec, actor.orgId, id)
    await writeAudit({ orgId: actor.orgId, exec }, { actor, action: 'key.revoke', entity: 'api-key', entityId: id, before: { name } })
  }
  return keys.map((key) => key.id)
}
