import * as z from 'zod'

/** FOLDED_KIND names the list of folded alarms among an order's evidence. */
export const FOLDED_KIND = 'folded'

/** LISTED_MOST is how many alarms a ticket lists by name; all of them are counted. */
const LISTED_MOST = 500

const foldedAlarm = z.object({
  incidentId: z.string(), key: z.string(), assetId: z.string(), tag: z.string(), name: z.string(), failureMode: z.string().nullable(), priority: z.number(), openedAt: z.string(),
})

/** FoldedAlarm is an episode of an alarm (key) that a ticket carries for its flood. */
export type FoldedAlarm = z.infer<typeof foldedAlarm>

/** foldedEvidence is the flood that a ticket carries: every alarm that was ever folded under its own; none is dropped when it goes away. Times are ISO. */
export const foldedEvidence = z.object({
  v: z.literal(1), count: z.number(), machines: z.number(), worstPriority: z.number(),
  /** The ids of all their episodes. */
  all: z.array(z.string()),
  alarms: z.array(foldedAlarm),
})
export type FoldedEvidence = z.infer<typeof foldedEvidence>

/**
 * listFolded adds to what a ticket carries, given all episodes that are folded under its own; null when nothing is new. An alarm counts once, and
 * the first to come are listed by name.
 */
export function listFolded(before: FoldedEvidence | null, alarms: readonly FoldedAlarm[]): FoldedEvidence | null {
  const known = new Set(before?.all)
  const more = alarms.filter((alarm) => !known.has(alarm.incidentId))
  if (more.length === 0) return null
  const named = new Set(before?.alarms.map((alarm) => alarm.key))
  const first = more.filter((alarm) => !named.has(alarm.key) && named.add(alarm.key))
  return {
    v: 1,
    count: Math.max(before?.count ?? 0, new Set(alarms.map((alarm) => alarm.key)).size),
    machines: Math.max(before?.machines ?? 0, new Set(alarms.map((alarm) => alarm.assetId)).size),
    worstPriority: Math.min(before?.worstPriority ?? 4, ...more.map((alarm) => alarm.priority)), all: [...known, ...more.map((alarm) => alarm.incidentId)],
    alarms: [...(before?.alarms ?? []), ...first].slice(0, LISTED_MOST),
  }
}
