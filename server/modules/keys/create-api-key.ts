import type { Actor } from '#server/core/people/actor.ts'
import { requireEverywhere, requirePermission } from '#server/core/people/actor.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { SCOPE_PERMISSIONS, type Scope } from '#server/core/people/permissions.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Exec } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { hashKey, newKeyText, prefixOf } from './key-text.ts'
import { ensureLane, ensureSource, hasSource, inTenant, insertKey, sitesOf } from './keys.repo.ts'

/** CreateApiKey asks for a key; it is bound to one source: the one named by its id, else found or made by the source's name at the site. */
export interface CreateApiKey {
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Site by id or code; may be left out when the organization has one site. The key is limited to a site that is named. */
  readonly site?: string | undefined
  /** A source of the site that is there already. */
  readonly sourceId?: string | undefined
  readonly source?: { readonly name?: string; readonly kind?: string; readonly clock?: 'live' | 'replay'; readonly demo?: boolean } | undefined
}

/** CreatedKey holds the key's text: the only time it can be seen. */
export interface CreatedKey {
  readonly id: string
  readonly key: string
  readonly sourceId: string
  readonly siteId: string
}

// A key can never do more, or at more sites, than the person who makes it.
function requireKeyRights(actor: Actor, scopes: readonly Scope[], siteId: string | undefined): void {
  for (const permission of ['key.edit', ...scopes.flatMap((scope) => SCOPE_PERMISSIONS[scope])] as const) {
    if (siteId === undefined) requireEverywhere(actor, permission)
    else requirePermission(actor, permission, siteId)
  }
}

async function requireSource(exec: Exec, orgId: string, siteId: string, sourceId: string): Promise<string> {
  if (!(await hasSource(exec, orgId, siteId, sourceId))) throw notFound('This source')
  return sourceId
}

/** createApiKey makes a key with its source in one transaction; 'invalid' when the site is not clear, 'not-found' when it is unknown. */
export async function createApiKey(actor: Actor, input: CreateApiKey): Promise<CreatedKey> {
  const { orgId } = actor
  return inTenant(orgId, async (exec) => {
    const sites = await sitesOf(exec, orgId)
    const named = input.site === undefined ? undefined : sites.find((site) => site.id === input.site || site.code === input.site)
    if (input.site !== undefined && !named) throw notFound('This site')
    const site = named ?? sites[0]
    if (!site || (!named && sites.length > 1)) {
      throw new AppError('invalid', 'Name the site this key belongs to.', { sites: sites.map((each) => each.code) })
    }
    requireKeyRights(actor, input.scopes, named?.id)
    const sourceId = input.sourceId !== undefined ? await requireSource(exec, orgId, site.id, input.sourceId) : await ensureSource(exec, orgId, {
      id: newId(), siteId: site.id, name: input.source?.name ?? input.name, kind: input.source?.kind ?? 'http',
      clock: input.source?.clock ?? 'live', demo: input.source?.demo ?? false,
    })
    await ensureLane(exec, orgId, site.id, sourceId)
    const key = newKeyText()
    const id = newId()
    await insertKey(exec, {
      id, orgId, siteId: named?.id ?? null, sourceId, name: input.name, scopes: [...input.scopes], keyHash: hashKey(key),
      prefix: prefixOf(key), createdBy: actor.type === 'person' ? actor.personId : null,
    })
    await writeAudit({ orgId, exec }, {
      actor, action: 'key.create', entity: 'api-key', entityId: id,
      after: { name: input.name, scopes: input.scopes, siteId: named?.id ?? null, sourceId },
    })
    return { id, key, sourceId, siteId: site.id }
  })
}
