import type { ReportMachine } from '#server/core/backtest/report.ts'
import type { Exec } from '#server/platform/db.ts'

/** SubjectMachine is a machine that a rule concerns, with its site's zone and its points. */
export interface SubjectMachine extends ReportMachine {
  readonly siteId: string
  readonly siteName: string
  readonly timeZone: string
}

/** readMachines reads machines with their points: those of a class, or those named (a rule's own, or a choice of them). */
export async function readMachines(exec: Exec, orgId: string, of: { readonly classId: string } | { readonly ids: readonly string[] }): Promise<SubjectMachine[]> {
  return exec.query<SubjectMachine>(
    `SELECT a.id, a.tag, a.name, a.site_id AS "siteId", s.name AS "siteName", s.time_zone AS "timeZone",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'no', p.no, 'code', p.code, 'name', p.name, 'unit', p.unit) ORDER BY p.no), '[]'::jsonb)
               FROM point p WHERE p.org_id = a.org_id AND p.asset_id = a.id) AS points
       FROM asset a JOIN site s ON s.org_id = a.org_id AND s.id = a.site_id
      WHERE a.org_id = $1::uuid AND ($2::uuid IS NULL OR a.class_id = $2::uuid) AND ($3::uuid[] IS NULL OR a.id = ANY ($3::uuid[])) ORDER BY s.name, a.tag, a.id`,
    [orgId, 'classId' in of ? of.classId : null, 'ids' in of ? of.ids : null],
  )
}

/** RuleScope is a rule with whom it concerns and what is in force. */
export interface RuleScope {
  readonly id: string
  readonly classId: string | null
  readonly assetId: string | null
  readonly publishedVersion: number | null
  readonly published: unknown
}

/** findRuleScope reads a rule; null when the tenant has none of that id. */
export async function findRuleScope(exec: Exec, orgId: string, ruleId: string): Promise<RuleScope | null> {
  const [row] = await exec.query<RuleScope>(
    `SELECT r.id, r.class_id AS "classId", r.asset_id AS "assetId", v.version AS "publishedVersion", v.definition AS published
       FROM rule r LEFT JOIN rule_version v ON v.org_id = r.org_id AND v.rule_id = r.id AND v.version = r.published_version AND r.status = 'published'
      WHERE r.org_id = $1::uuid AND r.id = $2::uuid`,
    [orgId, ruleId],
  )
  return row ?? null
}
