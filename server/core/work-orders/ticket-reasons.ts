/** TOLD_REASONS are why the ticket policy makes or changes an order; an order's history tells each of them. */
export const TOLD_REASONS = [
  'no-order-for-this-problem', 'hold-off-is-over', 'worse-than-decided', 'a-person-says-it-is-new',
  'new-episode', 'goes-on', 'put-off', 'came-and-went', 'another-episode-is-open', 'folded-alarms-stand', 'went-away-during-work', 'went-away-after-repair',
  'worse', 'safety-breaks-deferral', 'priority-breaks-deferral',
  'went-away-before-work',
  'worse-after-repair', 'goes-on-after-repair', 'relapse-after-repair',
  'worse-after-close', 'relapse-within-hold-off',
  'part-of-a-flood',
] as const
export type ToldReason = (typeof TOLD_REASONS)[number]

/** SkipReason is why the ticket policy leaves the orders of a problem as they are. */
export type SkipReason =
  | 'shadow' | 'suppressed' | 'folded' | 'handled-by-an-earlier-order' | 'already-on-the-order' | 'a-person-says-the-repair-holds' | 'began-before-the-repair'
  | 'went-away' | 'a-person-decided' | 'handled' | 'false-alarm-respected' | 'no-such-incident'
