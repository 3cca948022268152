import { AppError } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import type { SourceSettings } from '#server/core/sources/settings.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { newId } from '#server/platform/ids.ts'
import { publishLive } from '#server/platform/live.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import { forgetSource } from './accepts-readings.ts'
import { insertSource, saveEnabled, saveSettings } from './edit.repo.ts'
import { lockEditable, refuseDemo, requireSite } from './editable.ts'
import { inTenant } from './sources.repo.ts'
import { beginWatch } from './watch-source.ts'

/** CreateSource asks for a source; its settings have passed the schema of its kind. */
export type CreateSource = SourceSettings & {
  readonly siteId: string
  readonly name: string
  readonly clock: 'live' | 'replay'
  readonly reorderWindowMs: number
}

const nameTaken = (name: string): AppError => new AppError('conflict', `The site has a source named "${name}" already.`)

/** createSource adds a source to a site, and watches its first minutes; 'conflict' when the site has one of that name. */
export async function createSource(actor: Actor, input: CreateSource): Promise<{ id: string }> {
  const { orgId } = actor
  return inTenant(orgId, async (exec) => {
    await requireSite(exec, actor, input.siteId)
    const id = newId()
    if (!(await insertSource(exec, orgId, { id, ...input }))) throw nameTaken(input.name)
    await beginWatch(exec, orgId, { sourceId: id, siteId: input.siteId, kind: input.kind })
    await writeAudit({ orgId, exec }, { actor, action: 'source.create', entity: 'source', entityId: id, after: input })
    await publishLive(exec, orgId, { entity: 'source', id })
    return { id }
  })
}

/** UpdateSource gives a source another name and other settings of its kind; version is the one that the person saw. */
export interface UpdateSource {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly settings: SourceSettings
}

/** updateSource changes a source, which its connector follows within seconds; 'conflict' when somebody else changed it meanwhile, or the name is taken. */
export async function updateSource(actor: Actor, input: UpdateSource): Promise<void> {
  const { orgId } = actor
  const { name, settings: { kind, config } } = input
  await inTenant(orgId, async (exec) => {
    const source = await lockEditable(exec, actor, input.id)
    refuseDemo(source)
    if (source.kind !== kind) throw new AppError('invalid', 'A source keeps its kind: add another one instead.', { kind: source.kind })
    if (source.version !== input.version) throw new AppError('conflict', 'Somebody else changed this source meanwhile. Open it again to see how it is now.', { version: source.version })
    await saveSettings(exec, orgId, input.id, { name, config })
    await beginWatch(exec, orgId, { sourceId: input.id, siteId: source.siteId, kind })
    await writeAudit({ orgId, exec }, {
      actor, action: 'source.update', entity: 'source', entityId: input.id, before: { name: source.name, config: source.config }, after: { name, config },
    })
    await publishLive(exec, orgId, { entity: 'source', id: input.id })
  }).catch((error: unknown) => {
    throw violatedIndex(error) === 'source_org_id_site_id_name_key' ? nameTaken(name) : error
  })
}

/** setSourceEnabled switches a source on or off; the door refuses what is sent in its name, and the gateway follows within seconds. */
export async function setSourceEnabled(actor: Actor, input: { readonly id: string; readonly enabled: boolean }): Promise<void> {
  const { orgId } = actor
  await inTenant(orgId, async (exec) => {
    const source = await lockEditable(exec, actor, input.id)
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
