import type { ScopedAsset, ScopedRule } from './scope.repo.ts'

/** isVisible tells whether a rule is shown to somebody who may read rules at the sites given: one of a class to everybody, one of a machine at its site. */
export const isVisible = (sites: 'all' | readonly string[], rule: ScopedRule): boolean => sites === 'all' || rule.siteId === null || sites.includes(rule.siteId)

/** reachOf names the classes and machines that rules are about, to read their machines by. */
export const reachOf = (rules: readonly ScopedRule[]): { readonly classIds: readonly string[]; readonly ids: readonly string[] } => ({
  classIds: rules.flatMap((rule) => (rule.assetId === null && rule.classId !== null ? [rule.classId] : [])), ids: rules.flatMap((rule) => rule.assetId ?? []),
})

/** concerned picks the machines that a rule is about. */
export const concerned = (rule: ScopedRule, assets: readonly ScopedAsset[]): ScopedAsset[] =>
  assets.filter((asset) => (rule.assetId === null ? rule.classId !== null && asset.classId === rule.classId : asset.id === rule.assetId))
