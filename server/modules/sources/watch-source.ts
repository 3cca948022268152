import { MINUTE_MS } from '#server/core/kernel/time.ts'
import type { Actor } from '#server/core/people/actor.ts'
import type { Exec } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { lockEditable } from './editable.ts'
import { dropStale, saveWatch } from './sampling.repo.ts'
import { inTenant } from './sources.repo.ts'

const LASTS_MS = 10 * MINUTE_MS

/** beginWatch lets the gateway show what a source receives for ten minutes. What is pushed over HTTP does not pass the gateway. */
export async function beginWatch(exec: Exec, orgId: string, source: { readonly sourceId: string; readonly siteId: string; readonly kind: string }): Promise<void> {
  await dropStale(exec, orgId)
  if (source.kind === 'http') return
  await saveWatch(exec, orgId, { id: newId(), ...source, lastsMs: LASTS_MS })
}

/** watchSource asks to be shown what a source receives from now on; see beginWatch. */
export const watchSource = (actor: Actor, input: { readonly id: string }): Promise<void> =>
  inTenant(actor.orgId, async (exec) => {
    const { siteId, kind } = await lockEditable(exec, actor, input.id)
    await beginWatch(exec, actor.orgId, { sourceId: input.id, siteId, kind })
  })
