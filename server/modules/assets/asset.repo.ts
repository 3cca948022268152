import type { Tx } from '#server/platform/db.ts'

const POINT = {
  id: true, no: true, key: true, code: true, name: true, quantity: true, unit: true, axis: true, stalenessMs: true, sourceId: true,
  bandLowHz: true, bandHighHz: true, sampleRateHz: true,
} as const

// The newest; what was there before is history, and more of it than anybody reads on a page.
const INSTALLATIONS = 10

/** loadAsset reads a position with its class, what is installed there now and was before, and its points; null when the tenant has none of that id. */
export const loadAsset = (tx: Tx, id: string) =>
  tx.db.asset.findUnique({
    where: { orgId_id: { orgId: tx.orgId, id } },
    include: {
      class: { select: { id: true, code: true, name: true, failureModes: { select: { code: true, name: true, consequence: true, text: true }, orderBy: { code: 'asc' } } } },
      installations: { orderBy: { fromAt: 'desc' }, take: INSTALLATIONS, include: { equipment: true } },
      points: { select: POINT, orderBy: { no: 'asc' } },
    },
  })

/** LoadedAsset is what loadAsset reads. */
export type LoadedAsset = NonNullable<Awaited<ReturnType<typeof loadAsset>>>

/** PathStep is a position above another. */
export interface PathStep {
  readonly id: string
  readonly tag: string
  readonly name: string
}

/** pathTo lists the positions above one, from the top down; the depth is bounded, so that a ring in the data ends. */
export const pathTo = (tx: Tx, id: string): Promise<PathStep[]> =>
  tx.exec.query(
    `WITH RECURSIVE up AS (
       SELECT id, parent_id, tag, name, 0 AS depth FROM asset WHERE org_id = $1::uuid AND id = $2::uuid
       UNION ALL SELECT a.id, a.parent_id, a.tag, a.name, up.depth + 1 FROM up JOIN asset a ON a.org_id = $1::uuid AND a.id = up.parent_id WHERE up.depth < 32
     ) SELECT id, tag, name FROM up WHERE depth > 0 ORDER BY depth DESC`,
    [tx.orgId, id],
  )

const RECENT_INCIDENTS = 20

/** incidentsOf lists an asset's open incidents, then its latest resolved ones. */
export const incidentsOf = (tx: Tx, assetId: string) =>
  tx.db.incident.findMany({
    where: { orgId: tx.orgId, assetId },
    select: {
      id: true, priority: true, state: true, openedAt: true, resolvedAt: true, failureMode: true, suppressed: true, held: true, happenedOffline: true, value: true, limit: true,
      key: true, pointNo: true,
      rule: { select: { id: true, name: true } }, ruleVersion: { select: { definition: true } },
    },
    orderBy: [{ state: 'asc' }, { openedAt: 'desc' }],
    take: RECENT_INCIDENTS,
  })

/** LoadedIncident is what incidentsOf reads. */
export type LoadedIncident = Awaited<ReturnType<typeof incidentsOf>>[number]

/** RuleInForce is a published rule that speaks of an asset, with the definition in force as stored. */
export interface RuleInForce {
  readonly id: string
  readonly name: string
  readonly versionId: string
  readonly classId: string | null
  readonly definition: unknown
}

/** rulesInForce lists the published rules of an asset and of its class. */
export const rulesInForce = (tx: Tx, assetId: string, classId: string | null): Promise<RuleInForce[]> =>
  tx.exec.query(
    `SELECT r.id, r.name, v.id AS "versionId", r.class_id AS "classId", v.definition FROM rule r JOIN rule_version v ON v.org_id = r.org_id AND v.rule_id = r.id AND v.version = r.published_version
      WHERE r.org_id = $1::uuid AND r.status = 'published' AND (r.asset_id = $2::uuid OR r.class_id = $3::uuid) ORDER BY r.name, r.id`,
    [tx.orgId, assetId, classId],
  )

/** SourceTrace says until when a source's recorded data was replayed (null for a live one). */
export interface SourceTrace {
  readonly id: string
  readonly name: string
  readonly clock: string
}

/** sourcesByIds names the sources that feed points. */
export const sourcesByIds = (tx: Tx, ids: readonly string[]): Promise<SourceTrace[]> =>
  tx.db.source.findMany({ where: { orgId: tx.orgId, id: { in: [...ids] } }, select: { id: true, name: true, clock: true } })
