import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import type { Exec } from '#server/platform/db.ts'
import { lockSource, siteExists, type LockedSource } from './edit.repo.ts'

/** requireSite throws 'not-found' when the site is not the actor's to see, 'forbidden' when he may not edit sources there. */
export async function requireSite(exec: Exec, actor: Actor, siteId: string): Promise<void> {
  if (!can(actor, 'source.read', siteId) || !(await siteExists(exec, actor.orgId, siteId))) throw notFound('This site')
  requirePermission(actor, 'source.edit', siteId)
}

/** requireEdit throws 'not-found' when the source is not the actor's to see, 'forbidden' when he may not edit it. */
export function requireEdit<Source extends { readonly siteId: string }>(actor: Actor, source: Source | undefined): Source {
  if (!source || !can(actor, 'source.read', source.siteId)) throw notFound('This source')
  requirePermission(actor, 'source.edit', source.siteId)
  return source
}

/** lockEditable holds a source's row for a change by the actor; see requireEdit. */
export const lockEditable = async (exec: Exec, actor: Actor, id: string): Promise<LockedSource> => requireEdit(actor, await lockSource(exec, actor.orgId, id))

/** refuseDemo throws 'conflict' for a source of the demo plant, whose settings the demo makes. */
export function refuseDemo(source: { readonly demo: boolean }): void {
  if (source.demo) throw new AppError('conflict', 'This source belongs to the demo plant, which makes its settings. It can only be switched off and on.')
}
