import type { Actor } from '#server/core/people/actor.ts'
import { forgetKeys, revokeKeysOfSourceIn } from '#server/modules/keys/index.ts'
import { removeSourceIn } from '#server/modules/sources/index.ts'
import { execOf, systemTx } from '#server/platform/db.ts'

/** removeSource removes a source that never delivered, and ends the keys that were made for it; see removeSourceIn. */
export async function removeSource(actor: Actor, input: { readonly id: string }): Promise<void> {
  const keyIds = await systemTx(async (client) => {
    const exec = execOf(client)
    await removeSourceIn(exec, actor, input.id)
    return revokeKeysOfSourceIn(exec, actor, input.id)
  }, actor.orgId)
  forgetKeys(keyIds)
}
