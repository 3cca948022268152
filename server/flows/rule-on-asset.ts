import { compileForAsset, type PublishedRule } from '#server/core/condition/compile.ts'
import type { CompiledRule } from '#server/core/condition/types.ts'
import { readRuleAsset } from '#server/modules/condition/index.ts'
import { findAssetPoints } from '#server/modules/telemetry/index.ts'
import type { Tx } from '#server/platform/db.ts'

/** rulesOnAsset joins rules to the points of a machine as live judging does: with its own limits, zones and range, and why it cannot be judged. */
export async function rulesOnAsset(tx: Tx, assetId: string, rules: readonly PublishedRule[]): Promise<CompiledRule[]> {
  const asset = await readRuleAsset(tx, assetId)
  if (asset === null || rules.length === 0) return []
  const points = await findAssetPoints(tx, assetId)
  return rules.flatMap((rule) => compileForAsset(rule, points, asset))
}
