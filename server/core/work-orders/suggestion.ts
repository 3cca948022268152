/** Findings is what was at fault and what was done about it, as codes of the asset's class. */
export interface Findings {
  readonly itemCode: string | null
  readonly activityCode: string | null
}

/** Suggestion is what a completion form fills in before anybody has said anything, and where that comes from; a verdict is never part of it. */
export interface Suggestion extends Findings {
  /** Earlier closed cases, or what the class says is usual; null when nothing is filled in. */
  readonly from: 'cases' | 'class' | null
}

/** suggestFindings takes what earlier cases of the kind found most often; what they do not say comes from the failure mode, and a class of one item has no other. */
export function suggestFindings(earlier: Findings | null, usual: Findings | null, items: readonly string[]): Suggestion {
  const only = items.length === 1 ? (items[0] ?? null) : null
  const itemCode = earlier?.itemCode ?? usual?.itemCode ?? only
  const activityCode = earlier?.activityCode ?? usual?.activityCode ?? null
  if (itemCode === null && activityCode === null) return { itemCode, activityCode, from: null }
  return { itemCode, activityCode, from: earlier?.itemCode != null || earlier?.activityCode != null ? 'cases' : 'class' }
}
