/** RepairSaid is what was said so far of a temporary repair; end and now in epoch ms. */
export interface RepairSaid {
  readonly assetId: string | null
  readonly what: string
  readonly risk: string | null
  readonly end: number | null
  readonly now: number
}

const SHORTEST = 3

/** gapOf names the first thing that is missing before a temporary repair can be registered; null when nothing is. */
export function gapOf({ assetId, what, risk, end, now }: RepairSaid): 'machine' | 'what' | 'risk' | 'until' | null {
  if (assetId === null) return 'machine'
  if (what.trim().length < SHORTEST) return 'what'
  if (risk === null) return 'risk'
  return end === null || end <= now ? 'until' : null
}
