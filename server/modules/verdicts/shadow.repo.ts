import * as z from 'zod'
import { finiteLimit, incidentUnit } from '#server/core/condition/measure-unit.ts'
import { SHADOW_ANSWERS, type ShadowAnswer } from '#server/core/rules/shadow.ts'
import type { Tx } from '#server/platform/db.ts'

/** ShadowFiring is an episode of a shadow version with what was said of it. Times in epoch ms. */
export interface ShadowFiring {
  readonly id: string
  readonly siteId: string
  readonly assetId: string
  readonly assetTag: string
  readonly pointId: string | null
  readonly pointNo: number
  readonly pointName: string
  readonly pointUnit: string
  /** The unit (UCUM) of value, limit and peak; null where there is no number to show. */
  readonly unit: string | null
  readonly from: number
  readonly to: number | null
  readonly noticedAt: number
  readonly value: number
  readonly limit: number | null
  readonly peak: number
  readonly gateValue: number | null
  readonly suppressed: boolean
  readonly answer: ShadowAnswer | null
  readonly note: string | null
  readonly saidBy: string | null
  readonly saidAt: number | null
}

/** LiveFiring is a time in which the version in force fired. */
export interface LiveFiring {
  readonly id: string
  readonly assetId: string
  readonly assetTag: string
  readonly pointId: string | null
  readonly pointNo: number
  readonly pointName: string
  readonly pointUnit: string
  readonly unit: string | null
  readonly from: number
  readonly to: number | null
  readonly value: number | null
  readonly limit: number | null
}

/** Period is whose firings are read: of a rule's version, noticed since a time (by our clock, so that recordings count too), at the sites given. */
export interface Period {
  readonly ruleId: string
  readonly versionId: string
  readonly since: Date
  readonly sites: 'all' | readonly string[]
}

/** Judged is what tells the unit of a firing's numbers. */
interface Judged { readonly key: string; readonly definition: unknown }

const MOST = 500
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`
const answer = z.enum(SHADOW_ANSWERS).nullable().catch(null)

/** readShadowFirings reads what a version would have raised, the newest first; not where it was only silent. */
export async function readShadowFirings(tx: Tx, { ruleId, versionId, since, sites }: Period): Promise<ShadowFiring[]> {
  const rows = await tx.exec.query<ShadowFiring & Judged>(
    `SELECT f.id, f.site_id AS "siteId", f.asset_id AS "assetId", a.tag AS "assetTag", p.id AS "pointId", f.point_no AS "pointNo", coalesce(p.name, '') AS "pointName",
            coalesce(p.unit, '') AS "pointUnit", f.key, rv.definition, ${ms('f.opened_at')} AS "from", ${ms('f.resolved_at')} AS "to", ${ms('f.created_at')} AS "noticedAt", f.value, f."limit", f.peak_value AS peak, f.gate_value AS "gateValue",
            f.suppressed, v.answer, v.note, w.name AS "saidBy", ${ms('v.at')} AS "saidAt"
       FROM shadow_firing f JOIN asset a ON a.org_id = f.org_id AND a.id = f.asset_id LEFT JOIN point p ON p.org_id = f.org_id AND p.no = f.point_no
       JOIN rule_version rv ON rv.org_id = f.org_id AND rv.id = f.rule_version_id
       LEFT JOIN shadow_verdict v ON v.org_id = f.org_id AND v.firing_id = f.id LEFT JOIN person w ON w.org_id = v.org_id AND w.id = v.person_id
      WHERE f.org_id = $1::uuid AND f.rule_id = $2::uuid AND f.rule_version_id = $3::uuid AND f.created_at >= $4::timestamptz AND ($5::uuid[] IS NULL OR f.site_id = ANY ($5::uuid[]))
      ORDER BY f.opened_at DESC, f.point_no, f.id LIMIT ${MOST}`,
    [tx.orgId, ruleId, versionId, since, sites === 'all' ? null : sites],
  )
  return rows.map(({ key, definition, ...row }) => ({
    ...row, limit: row.limit === null ? null : finiteLimit(row.limit), unit: incidentUnit({ key, definition }, row.pointUnit), answer: answer.parse(row.answer),
  }))
}

/** readLiveFirings reads when the version in force fired on each point, at each level of severity, from its transitions: what began since then, or lasted into it. */
export async function readLiveFirings(tx: Tx, { ruleId, versionId, since, sites }: Period): Promise<LiveFiring[]> {
  const rows = await tx.exec.query<LiveFiring & Omit<Judged, 'key'>>(
    `SELECT t.id, t.asset_id AS "assetId", a.tag AS "assetTag", p.id AS "pointId", t.point_no AS "pointNo", coalesce(p.name, '') AS "pointName",
            coalesce(p.unit, '') AS "pointUnit", rv.definition, ${ms('t.at')} AS "from", ${ms('ended.at')} AS "to", t.value, t."limit"
       FROM transition t JOIN asset a ON a.org_id = t.org_id AND a.id = t.asset_id LEFT JOIN point p ON p.org_id = t.org_id AND p.no = t.point_no
       JOIN rule_version rv ON rv.org_id = t.org_id AND rv.id = t.rule_version_id
       LEFT JOIN LATERAL (SELECT min(n.at) AS at, min(n.created_at) AS noticed_at FROM transition n WHERE n.org_id = t.org_id AND n.incident_id = t.incident_id AND n.rule_id = t.rule_id AND n.point_no = t.point_no AND n.level = t.level
                             AND n.at >= t.at AND n.id <> t.id AND n.to_phase NOT IN ('firing', 'keep-firing')) AS ended ON true
      WHERE t.org_id = $1::uuid AND t.rule_id = $2::uuid AND t.rule_version_id = $3::uuid AND coalesce(ended.noticed_at, 'infinity') >= $4::timestamptz AND t.to_phase = 'firing' AND t.from_phase <> 'keep-firing'
        AND ($5::uuid[] IS NULL OR a.site_id = ANY ($5::uuid[]))
      ORDER BY t.at DESC, t.point_no, t.id LIMIT ${MOST}`,
    [tx.orgId, ruleId, versionId, since, sites === 'all' ? null : sites],
  )
  return rows.map(({ definition, ...row }) => ({ ...row, unit: incidentUnit({ key: '', definition }, row.pointUnit) }))
}

/** findFiring tells where an episode of a shadow version is; null when there is none. */
export async function findFiring(tx: Tx, id: string): Promise<{ siteId: string; ruleId: string } | null> {
  return tx.db.shadowFiring.findUnique({ where: { orgId_id: { orgId: tx.orgId, id } }, select: { siteId: true, ruleId: true } })
}

/** saveShadowVerdict keeps what a person says of an episode; null takes it back. */
export async function saveShadowVerdict(tx: Tx, firingId: string, said: { answer: ShadowAnswer; note: string | null; personId: string | null; at: Date } | null): Promise<void> {
  const where = { orgId_firingId: { orgId: tx.orgId, firingId } }
  if (said === null) await tx.db.shadowVerdict.deleteMany({ where: { orgId: tx.orgId, firingId } })
  else await tx.db.shadowVerdict.upsert({ where, create: { orgId: tx.orgId, firingId, ...said }, update: said })
}

/** StoredShadow is what a rule's shadow is: its version, since when, who began it, why, and by what criteria. */
export interface StoredShadow {
  readonly versionId: string
  readonly since: Date
  readonly startedBy: string | null
  readonly reason: string | null
  readonly data: unknown
}

/** readShadow finds the shadow that runs now, and the version in force beside it; null for each where there is none. */
export async function readShadow(tx: Tx, ruleId: string): Promise<{ shadow: StoredShadow | null; liveVersionId: string | null } | null> {
  const [row] = await tx.exec.query<{ shadowId: string | null; since: Date | null; liveId: string | null; startedBy: string | null; reason: string | null; data: unknown }>(
    `SELECT s.id AS "shadowId", r.shadow_since AS since, l.id AS "liveId", p.name AS "startedBy", e.reason, e.data
       FROM rule r LEFT JOIN rule_version s ON s.org_id = r.org_id AND s.rule_id = r.id AND s.version = r.shadow_version
       LEFT JOIN rule_version l ON l.org_id = r.org_id AND l.rule_id = r.id AND l.version = r.published_version AND r.status = 'published'
       LEFT JOIN LATERAL (SELECT x.reason, x.data, x.person_id FROM rule_event x WHERE x.org_id = r.org_id AND x.rule_id = r.id AND x.rule_version_id = s.id AND x.type = 'shadow-started'
                           ORDER BY x.at DESC, x.id DESC LIMIT 1) AS e ON true
       LEFT JOIN person p ON p.org_id = r.org_id AND p.id = e.person_id
      WHERE r.org_id = $1::uuid AND r.id = $2::uuid`,
    [tx.orgId, ruleId],
  )
  if (!row) return null
  const { shadowId, since, liveId, startedBy, reason, data } = row
  return { shadow: shadowId === null || since === null ? null : { versionId: shadowId, since, startedBy, reason, data }, liveVersionId: liveId }
}
