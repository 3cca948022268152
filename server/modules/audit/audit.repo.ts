import { withTenant } from '#server/platform/db.ts'

/** AuditRow is one change as it was written down. */
export interface AuditRow {
  readonly id: string
  readonly at: Date
  readonly actorType: string
  readonly actorId: string | null
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly before: unknown
  readonly after: unknown
}

/** AuditQuery asks for one page of changes, newest first. */
export interface AuditQuery {
  readonly entity?: string | undefined
  readonly entityId?: string | undefined
  /** Id of the last row of the page before. */
  readonly cursor?: string | undefined
  readonly limit: number
}

/** findAudit reads a page of changes; ids grow with time, so they order and page it. */
export const findAudit = (orgId: string, query: AuditQuery): Promise<AuditRow[]> =>
  withTenant(orgId, ({ db }) =>
    db.audit.findMany({
      where: {
        orgId,
        ...(query.entity === undefined ? {} : { entity: query.entity }),
        ...(query.entityId === undefined ? {} : { entityId: query.entityId }),
        ...(query.cursor === undefined ? {} : { id: { lt: query.cursor } }),
      },
      orderBy: { id: 'desc' },
      take: query.limit,
      select: { id: true, at: true, actorType: true, actorId: true, action: true, entity: true, entityId: true, before: true, after: true },
    }),
  )

/** namesOf finds the names of people by id. */
export const namesOf = (orgId: string, ids: readonly string[]): Promise<Map<string, string>> =>
  withTenant(orgId, async ({ db }) => {
    const rows = await db.person.findMany({ where: { orgId, id: { in: [...ids] } }, select: { id: true, name: true } })
    return new Map(rows.map(({ id, name }) => [id, name]))
  })

/** guestNamesOf finds the names under which people without an account came, by their links and reports. */
export const guestNamesOf = (orgId: string, ids: readonly string[]): Promise<Map<string, string>> =>
  withTenant(orgId, async ({ db }) => {
    const where = { where: { orgId, id: { in: [...ids] } }, select: { id: true, name: true } }
    const rows = [...(await db.contractorLink.findMany(where)), ...(await db.publicRequest.findMany(where))]
    return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
  })

/** SITE_ENTITIES are the audited things that stand at one site. */
export const SITE_ENTITIES = ['work-order', 'incident', 'asset', 'source', 'point'] as const
export type SiteEntity = (typeof SITE_ENTITIES)[number]

/** siteOfEntity finds the site a thing stands at; undefined when it does not exist. */
export const siteOfEntity = (orgId: string, entity: SiteEntity, id: string): Promise<string | undefined> =>
  withTenant(orgId, async ({ db }) => {
    const query = { where: { orgId, id }, select: { siteId: true } } as const
    switch (entity) {
      case 'work-order':
        return (await db.workOrder.findFirst(query))?.siteId
      case 'incident':
        return (await db.incident.findFirst(query))?.siteId
      case 'asset':
        return (await db.asset.findFirst(query))?.siteId
      case 'source':
        return (await db.source.findFirst(query))?.siteId
      case 'point':
        return (await db.point.findFirst(query))?.siteId
    }
  })
