import { compileForAsset, type RuleAsset } from '#server/core/condition/compile.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import type { CompiledRule } from '#server/core/condition/types.ts'
import { log } from '#server/platform/log.ts'
import type { JudgedRule } from '#server/modules/condition/index.ts'
import type { PointMeta } from '#server/modules/telemetry/index.ts'

/** Plant is what compiling needs to know of a lane's machines: their points, nameplates and repairs, and which failure modes endanger people. */
export interface Plant {
  readonly points: readonly PointMeta[]
  readonly assets: ReadonlyMap<string, RuleAsset>
  readonly safetyModes: ReadonlySet<string>
}

/** compileRules joins rule versions to the points of a lane. One that cannot be read is left out, and the log says so. */
export function compileRules(rules: readonly JudgedRule[], { points, assets, safetyModes }: Plant): CompiledRule[] {
  const byAsset = [...Map.groupBy(points, (point) => point.assetId).values()]
  return rules.flatMap((rule) => {
    const parsed = ruleDefinition.safeParse(rule.definition)
    if (!parsed.success) {
      log.error({ ruleId: rule.ruleId, track: rule.track, problems: parsed.error.message }, 'a rule cannot be read and is not judged')
      return []
    }
    const concerned = byAsset.filter(([point]) => (rule.assetId === null ? point?.classId !== null && point?.classId === rule.classId : point?.assetId === rule.assetId))
    return concerned.flatMap((own) => {
      const compiled = compileForAsset({ ruleId: rule.ruleId, ruleVersionId: rule.ruleVersionId, definition: parsed.data }, own, assets.get(own[0]?.assetId ?? ''))
      return safetyModes.has(`${own[0]?.classId}:${parsed.data.failureMode}`) ? compiled.map((one) => ({ ...one, safety: true })) : compiled
    })
  })
}
