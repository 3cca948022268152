import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { newId } from '#server/platform/ids.ts'
import { publishLive } from '#server/platform/live.ts'
import { forgetSource } from './accepts-readings.ts'
import { findSource, insertSource, inTenant, saveEnabled, siteExists } from './sources.repo.ts'

/** CreateSource asks for a source; the connector that reads it checks `config` by its own schema and says on the source what is wrong. */
export interface CreateSource {
  readonly siteId: string
  readonly name: string
  readonly kind: string
  readonly clock: 'live' | 'replay'
  readonly reorderWindowMs: number
  readonly config: Readonly<Record<string, unknown>>
}

/** createSource adds a source to a site; 'conflict' when the site has one of that name. */
export async function createSource(actor: Actor, input: CreateSource): Promise<{ id: string }> {
  const { orgId } = actor
  return inTenant(orgId, async (exec) => {
    if (!can(actor, 'source.read', input.siteId) || !(await siteExists(exec, orgId, input.siteId))) throw notFound('This site')
    requirePermission(actor, 'source.edit', input.siteId)
    const id = newId()
    if (!(await insertSource(exec, orgId, { id, ...input }))) throw new AppError('conflict', `The site has a source named "${input.name}" already.`)
    await writeAudit({ orgId, exec }, { actor, action: 'source.create', entity: 'source', entityId: id, after: input })
    await publishLive(exec, orgId, { entity: 'source', id })
    return { id }
  })
}

/** setSourceEnabled switches a source on or off; the door refuses what is sent in its name, and the gateway follows within seconds. */
export async function setSourceEnabled(actor: Actor, input: { readonly id: string; readonly enabled: boolean }): Promise<void> {
  const { orgId } = actor
  await inTenant(orgId, async (exec) => {
    const source = await findSource(exec, orgId, input.id)
    if (!source || !can(actor, 'source.read', source.siteId)) throw notFound('This source')
    requirePermission(actor, 'source.edit', source.siteId)
    if (source.enabled === input.enabled) return
    await saveEnabled(exec, orgId, input.id, input.enabled)
    await writeAudit({ orgId, exec }, {
      actor, action: input.enabled ? 'source.enable' : 'source.disable', entity: 'source', entityId: input.id,
      before: { enabled: source.enabled }, after: { enabled: input.enabled },
    })
    await publishLive(exec, orgId, { entity: 'source', id: input.id })
  })
  forgetSource(input.id)
}
