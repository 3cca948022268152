import * as z from 'zod'
import type { Tx } from '#server/platform/db.ts'
import { LIFE_EVENTS, type LifeEvent } from '#server/core/verdicts/life.ts'

/** ScopedRule is a rule with what tells when it was in force, and whom it concerns. */
export interface ScopedRule {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly publishedVersion: number | null
  readonly shadowVersion: number | null
  readonly classId: string | null
  readonly className: string | null
  readonly assetId: string | null
  readonly assetTag: string | null
  /** The site of a rule of one machine. */
  readonly siteId: string | null
  readonly versions: readonly { readonly id: string; readonly version: number; readonly publishedAt: number | null }[]
  readonly life: readonly LifeEvent[]
}

/** ScopedAsset is a machine that rules may concern. */
export interface ScopedAsset {
  readonly id: string
  readonly tag: string
  readonly classId: string | null
  readonly siteId: string
  readonly timeZone: string
  readonly since: number
}

const lifeType = z.enum(LIFE_EVENTS)

/** readRules reads one rule, or (null) all of them, with their versions and lives. */
export async function readRules(tx: Tx, ruleId: string | null): Promise<ScopedRule[]> {
  const rows = await tx.db.rule.findMany({
    where: { orgId: tx.orgId, ...(ruleId === null ? {} : { id: ruleId }) },
    include: {
      class: { select: { name: true } }, asset: { select: { tag: true, siteId: true, classId: true } },
      versions: { select: { id: true, version: true, publishedAt: true }, orderBy: { version: 'asc' } }, events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id, name: row.name, status: row.status, publishedVersion: row.publishedVersion, shadowVersion: row.shadowVersion, classId: row.classId ?? row.asset?.classId ?? null,
    className: row.class?.name ?? null, assetId: row.assetId, assetTag: row.asset?.tag ?? null, siteId: row.asset?.siteId ?? null,
    versions: row.versions.map(({ id, version, publishedAt }) => ({ id, version, publishedAt: publishedAt?.getTime() ?? null })),
    life: row.events.flatMap(({ type, at, ruleVersionId }) => {
      const known = lifeType.safeParse(type)
      return known.success ? [{ type: known.data, at: at.getTime(), versionId: ruleVersionId }] : []
    }),
  }))
}

/** readAssets reads the machines of classes, and machines by their ids, at the sites given. */
export async function readAssets(tx: Tx, sites: 'all' | readonly string[], of: { readonly classIds: readonly string[]; readonly ids: readonly string[] }): Promise<ScopedAsset[]> {
  const rows = await tx.db.asset.findMany({
    where: { orgId: tx.orgId, ...(sites === 'all' ? {} : { siteId: { in: [...sites] } }), OR: [{ classId: { in: [...of.classIds] } }, { id: { in: [...of.ids] } }] },
    select: { id: true, tag: true, classId: true, siteId: true, createdAt: true, site: { select: { timeZone: true } } },
    orderBy: [{ tag: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ createdAt, site, ...row }) => ({ ...row, timeZone: site.timeZone, since: createdAt.getTime() }))
}

/** classNames gives the names of classes by id. */
export async function classNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db.assetClass.findMany({ where: { orgId: tx.orgId, id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** firstZone is the time zone of the first of the sites given, by code; UTC where there is none. */
export async function firstZone(tx: Tx, sites: 'all' | readonly string[]): Promise<string> {
  const site = await tx.db.site.findFirst({ where: { orgId: tx.orgId, ...(sites === 'all' ? {} : { id: { in: [...sites] } }) }, orderBy: { code: 'asc' }, select: { timeZone: true } })
  return site?.timeZone ?? 'UTC'
}

/** readDefinition reads what a version says, as it is stored. */
export async function readDefinition(tx: Tx, versionId: string): Promise<unknown> {
  const row = await tx.db.ruleVersion.findUnique({ where: { orgId_id: { orgId: tx.orgId, id: versionId } }, select: { definition: true } })
  return row?.definition ?? null
}
