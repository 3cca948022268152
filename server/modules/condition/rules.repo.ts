import type { Prisma } from '../../platform/prisma/client.ts'
import type { Tx } from '../../platform/db.ts'
import type { RuleDefinition } from '#server/core/condition/definition.ts'

const WORDS = {
  points: { select: { code: true, name: true, unit: true }, orderBy: { code: 'asc' } },
  failureModes: { select: { code: true, name: true, consequence: true, text: true }, orderBy: { code: 'asc' } },
} as const

const LIST = {
  class: { select: { code: true, name: true, ...WORDS } },
  asset: { select: { tag: true, name: true, siteId: true, points: WORDS.points, class: { select: { failureModes: WORDS.failureModes } } } },
  versions: { orderBy: { version: 'desc' } },
} as const satisfies Prisma.RuleInclude

/** StoredRule is a rule with its versions, newest first. */
export type StoredRule = Prisma.RuleGetPayload<{ include: typeof LIST }>

/** listRules reads every rule of the organization with its versions. */
export const listRules = (tx: Tx): Promise<StoredRule[]> =>
  tx.db.rule.findMany({ where: { orgId: tx.orgId }, include: LIST, orderBy: [{ name: 'asc' }, { id: 'asc' }] })

/** findRule reads one rule with its versions; null when the tenant has none of that id. */
export const findRule = (tx: Tx, id: string): Promise<StoredRule | null> => tx.db.rule.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, include: LIST })

/** RuleActivity is what a rule has been doing lately. */
export interface RuleActivity {
  readonly ruleId: string
  readonly openIncidents: number
  readonly lastFiredAt: Date | null
}

/**
 * ruleActivity counts the open incidents in which each rule fires, and finds when it last began to. Rules of one failure mode
 * share an incident, so an incident is counted for each of them.
 */
export const ruleActivity = (tx: Tx): Promise<RuleActivity[]> =>
  tx.exec.query<RuleActivity>(
    `SELECT coalesce(stands.rule_id, fired.rule_id) AS "ruleId", coalesce(stands.n, 0)::int AS "openIncidents", fired.last AS "lastFiredAt"
       FROM (SELECT rule_id, count(*) AS n
               FROM (SELECT DISTINCT i.id, part.rule_id
                       FROM incident i CROSS JOIN LATERAL (SELECT i.rule_id UNION SELECT split_part(name, ':', 1)::uuid FROM unnest(i.firing) AS name) AS part (rule_id)
                      WHERE i.org_id = $1::uuid AND i.state = 'open') AS parts GROUP BY rule_id) AS stands
       FULL JOIN (SELECT rule_id, max(at) AS last FROM transition WHERE org_id = $1::uuid AND to_phase = 'firing' GROUP BY rule_id) AS fired USING (rule_id)`,
    [tx.orgId],
  )

/** insertRule makes a rule with its first draft. */
export async function insertRule(
  tx: Tx,
  rule: { id: string; versionId: string; name: string; classId: string | null; assetId: string | null; definition: RuleDefinition; createdBy: string | null },
): Promise<void> {
  await tx.db.rule.create({ data: { orgId: tx.orgId, id: rule.id, name: rule.name, classId: rule.classId, assetId: rule.assetId, status: 'draft', createdBy: rule.createdBy } })
  await insertVersion(tx, { id: rule.versionId, ruleId: rule.id, version: 1, definition: rule.definition, createdBy: rule.createdBy })
}

/** insertVersion adds a draft version. */
export async function insertVersion(tx: Tx, version: { id: string; ruleId: string; version: number; definition: RuleDefinition; createdBy: string | null }): Promise<void> {
  await tx.db.ruleVersion.create({ data: { orgId: tx.orgId, ...version, definition: version.definition } })
}

/** updateDraft replaces a draft's definition; a published version is never matched, so it never changes. */
export async function updateDraft(tx: Tx, versionId: string, definition: RuleDefinition): Promise<boolean> {
  const { count } = await tx.db.ruleVersion.updateMany({
    where: { orgId: tx.orgId, id: versionId, publishedAt: null },
    data: { definition: definition },
  })
  return count === 1
}

/** PreviewPoint is a point a rule could watch, with its asset. */
export interface WatchedPoint {
  readonly id: string
  readonly no: number
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly stalenessMs: number
  readonly assetId: string
  readonly assetTag: string
  readonly siteId: string
}

/** watchedPoints lists the points that a rule of this class or asset could watch. */
export async function watchedPoints(tx: Tx, scope: { classId: string | null; assetId: string | null }): Promise<WatchedPoint[]> {
  const rows = await tx.db.point.findMany({
    where: { orgId: tx.orgId, asset: scope.assetId === null ? { classId: scope.classId ?? '00000000-0000-0000-0000-000000000000' } : { id: scope.assetId } },
    include: { asset: { select: { tag: true } } },
    orderBy: [{ assetId: 'asc' }, { no: 'asc' }],
    take: 500,
  })
  return rows.map((row) => ({
    id: row.id, no: row.no, code: row.code, name: row.name, unit: row.unit, stalenessMs: row.stalenessMs, assetId: row.assetId, assetTag: row.asset.tag, siteId: row.siteId,
  }))
}

/** findScope finds the class or asset a rule is for, with the asset's site; null when the tenant has no such thing. */
export async function findScope(tx: Tx, scope: { classId: string | null; assetId: string | null }): Promise<{ siteId: string | null } | null> {
  if (scope.assetId !== null) return tx.db.asset.findUnique({ where: { orgId_id: { orgId: tx.orgId, id: scope.assetId } }, select: { siteId: true } })
  if (scope.classId === null) return null
  const found = await tx.db.assetClass.findUnique({ where: { orgId_id: { orgId: tx.orgId, id: scope.classId } }, select: { id: true } })
  return found ? { siteId: null } : null
}

/** StoredClass is a class of machines with what a rule of it can speak of, and at which sites its machines stand. */
export interface StoredClass {
  readonly id: string
  readonly name: string
  readonly points: readonly { readonly code: string; readonly name: string; readonly unit: string }[]
  readonly machines: number
}

/** classesAt lists the classes that have machines at the sites given ('all' for every site), with the points of each and how many machines there are. */
export async function classesAt(tx: Tx, sites: 'all' | readonly string[]): Promise<StoredClass[]> {
  const there = sites === 'all' ? {} : { siteId: { in: [...sites] } }
  const rows = await tx.db.assetClass.findMany({
    where: { orgId: tx.orgId, assets: { some: there }, points: { some: {} } },
    select: { id: true, name: true, points: WORDS.points, _count: { select: { assets: { where: there } } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ _count, ...row }) => ({ ...row, machines: _count.assets }))
}
