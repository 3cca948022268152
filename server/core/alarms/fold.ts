import { byTime, FLOOD, floodEnd, floodWindow, type LineAlarm } from './flood.ts'

/** Flood is a flood of a line: its first-out stands for the rest. It takes in alarms until endsAt, which every further alarm moves. */
export interface Flood {
  readonly parent: LineAlarm
  /** Event time of the alarm that made it a flood. */
  readonly beganAt: number
  readonly endsAt: number
}

/** Line is what a line's alarms were before: those of the last 10 minutes that call people, each with the one it is folded under, and the floods. */
export interface Line {
  readonly recent: readonly (LineAlarm & { readonly parentId: string | null })[]
  readonly floods: readonly Flood[]
}

/** Folding is what is folded under which alarm (ids), and the floods as they are now. */
export interface Folding {
  readonly folded: ReadonlyMap<string, string>
  readonly floods: readonly Flood[]
}

/** takesIn tells whether an alarm may be folded into a flood: never a more urgent one than its first-out, never a safety alarm, never the first-out's own next episode. */
const takesIn = ({ parent, endsAt }: Flood, alarm: LineAlarm): boolean =>
  !alarm.safety && alarm.key !== parent.key && alarm.priority >= parent.priority && alarm.openedAt < endsAt && alarm.openedAt > parent.openedAt - FLOOD.windowMs

/** standsAlone tells whether an alarm, which no flood took in, may become part of a further one: not a safety alarm, nor a first-out with its own next episodes. */
const standsAlone = (alarm: LineAlarm, floods: readonly Flood[]): boolean =>
  !alarm.safety && !floods.some((flood) => flood.parent.key === alarm.key && alarm.openedAt < flood.endsAt)

/**
 * foldLine takes a line's new alarms one by one in the order of their times: a running flood takes in what it may, and 10 different
 * ones within 10 minutes that stand alone become a flood under the one that came first. More urgent ones stand alone, until they are a flood of
 * their own. The order in which the alarms are given does not matter, nor does it matter how a stream in the order of time is cut into calls.
 */
export function foldLine(line: Line, fresh: readonly LineAlarm[]): Folding {
  const folded = new Map<string, string>()
  const latest = new Map<string, number>()
  const note = (alarm: LineAlarm): void => void latest.set(alarm.key, Math.max(latest.get(alarm.key) ?? alarm.openedAt, alarm.openedAt))
  for (const alarm of line.recent) note(alarm)
  let floods = [...line.floods]
  let loose: LineAlarm[] = line.recent.filter((alarm) => alarm.parentId === null && standsAlone(alarm, floods))
  for (const alarm of [...fresh].sort(byTime)) {
    // What is later than this alarm is not known yet.
    note(alarm)
    const host = floods.find((flood) => takesIn(flood, alarm))
    if (host) folded.set(alarm.id, host.parent.id)
    else if (standsAlone(alarm, floods)) loose.push(alarm)
    floods = floods.map((flood) => (alarm.openedAt < flood.endsAt ? { ...flood, endsAt: Math.max(flood.endsAt, floodEnd(latest.values())) } : flood))
    if (host) continue
    for (let begun = begin(loose, latest); begun !== null; begun = begin(loose, latest)) {
      for (const child of begun.children) folded.set(child.id, begun.flood.parent.id)
      floods = [...floods, begun.flood]
      loose = loose.filter((one) => !folded.has(one.id) && standsAlone(one, floods))
    }
  }
  return { folded, floods }
}

/** begin makes a flood of what stands alone, if there is enough of it within 10 minutes. */
function begin(loose: readonly LineAlarm[], latest: ReadonlyMap<string, number>): { flood: Flood; children: LineAlarm[] } | null {
  const sorted = [...loose].sort(byTime)
  const window = floodWindow(sorted)
  const parent = window?.[0]
  if (!window || !parent) return null
  const flood: Flood = { parent, beganAt: window.at(-1)?.openedAt ?? parent.openedAt, endsAt: floodEnd(latest.values()) }
  return { flood, children: sorted.filter((alarm) => alarm !== parent && alarm.openedAt >= parent.openedAt && takesIn(flood, alarm)) }
}
