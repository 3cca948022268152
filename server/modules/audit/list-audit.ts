import { can, requireEverywhere, siteScope, type Actor } from '#server/core/people/actor.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { findAudit, guestNamesOf, namesOf, SITE_ENTITIES, siteOfEntity, type AuditQuery, type SiteEntity } from './audit.repo.ts'

/** AuditView is one change for the screen. */
export interface AuditView {
  readonly id: string
  /** ISO time. */
  readonly at: string
  readonly actor: { readonly type: string; readonly id: string | null; readonly name: string | null }
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly before: unknown
  readonly after: unknown
}

/** AuditPage is one page of changes, newest first. */
export interface AuditPage {
  readonly items: readonly AuditView[]
  readonly nextCursor: string | null
}

const isSiteEntity = (entity: string | undefined): entity is SiteEntity => (SITE_ENTITIES as readonly string[]).includes(entity ?? '')

// Whoever is limited to sites reads the history of one thing at one of them; everything else may speak of other sites.
async function requireReach(actor: Actor, { entity, entityId }: AuditQuery): Promise<void> {
  if (siteScope(actor, 'audit.read') === 'all') return
  if (!isSiteEntity(entity) || entityId === undefined) return requireEverywhere(actor, 'audit.read')
  const siteId = await siteOfEntity(actor.orgId, entity, entityId)
  if (siteId === undefined || !can(actor, 'audit.read', siteId)) throw notFound('This history')
}

/** listAudit shows who changed what: of everything for those who see every site, of one thing at their site for the others. */
export async function listAudit(actor: Actor, query: AuditQuery): Promise<AuditPage> {
  await requireReach(actor, query)
  const rows = await findAudit(actor.orgId, { ...query, limit: query.limit + 1 })
  const page = rows.slice(0, query.limit)
  const idsOf = (type: string): string[] => page.flatMap(({ actorType, actorId }) => (actorType === type && actorId !== null ? [actorId] : []))
  const names = new Map([...(await namesOf(actor.orgId, idsOf('person'))), ...(await guestNamesOf(actor.orgId, idsOf('guest')))])
  return {
    items: page.map(({ actorType, actorId, at, ...row }) => ({
      ...row, at: at.toISOString(), actor: { type: actorType, id: actorId, name: (actorId !== null && names.get(actorId)) || null },
    })),
    nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  }
}
