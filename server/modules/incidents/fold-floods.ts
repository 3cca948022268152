import { FLOOD } from '#server/core/alarms/flood.ts'
import { foldLine } from '#server/core/alarms/fold.ts'
import { groupOf } from '#server/core/alarms/group.ts'
import { mayCall } from '#server/core/alarms/may-call.ts'
import type { SystemActor } from '#server/core/people/actor.ts'
import type { EpisodeRow } from './episodes.repo.ts'
import { callingSince, placesAbove, runningFloods, saveFloods, setGroups, setParents, type GroupedAlarm } from './floods.repo.ts'
import { writeJournal, type JournalEntry, type Tenant } from './journal.repo.ts'

/** foldFloods finds out whose floods new episodes count for, and folds what is a flood; tells what is folded under which (ids), older ones that were drawn in included. */
export async function foldFloods(tenant: Tenant, actor: SystemActor, siteId: string, opened: readonly EpisodeRow[]): Promise<ReadonlyMap<string, string>> {
  if (opened.length === 0) return new Map()
  const above = await placesAbove(tenant, opened.map((episode) => episode.assetId))
  const grouped = opened.map((episode) => ({ ...episode, groupId: groupOf(above.get(episode.assetId) ?? []) }))
  await setGroups(tenant, grouped)
  const calling = grouped.flatMap((episode) => (mayCall(episode) && episode.groupId !== null ? [lineAlarm(episode, episode.groupId)] : []))
  if (calling.length === 0) return new Map()
  return foldGroups(tenant, actor, siteId, calling)
}

const lineAlarm = ({ id, key, openedAt, priority, safety, siteId, assetId }: EpisodeRow, groupId: string): GroupedAlarm => ({
  id, key, openedAt: openedAt.getTime(), priority, safety, groupId, parentId: null, siteId, assetId,
})

async function foldGroups(tenant: Tenant, actor: SystemActor, siteId: string, calling: readonly GroupedAlarm[]): Promise<ReadonlyMap<string, string>> {
  const fresh = Map.groupBy(calling, (alarm) => alarm.groupId)
  const times = calling.map((alarm) => alarm.openedAt)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const known = new Set(calling.map((alarm) => alarm.id))
  const recent = (await callingSince(tenant, [...fresh.keys()], first - FLOOD.windowMs, last + FLOOD.windowMs)).filter((alarm) => !known.has(alarm.id))
  const floods = await runningFloods(tenant, [...fresh.keys()], first)
  const folded = new Map<string, string>()
  const saved: Parameters<typeof saveFloods>[2][number][] = []
  for (const [groupId, own] of fresh) {
    const before = floods.filter((flood) => flood.groupId === groupId)
    const done = foldLine({ recent: recent.filter((alarm) => alarm.groupId === groupId), floods: before }, own)
    for (const [child, parent] of done.folded) folded.set(child, parent)
    // What was there before comes first, in its order.
    saved.push(...done.floods.flatMap((flood, i) => (flood === before[i] ? [] : [{ ...flood, groupId, ...(before[i] ? { id: before[i].id } : {}) }])))
  }
  await saveFloods(tenant, siteId, saved)
  await setParents(tenant, [...folded].map(([id, parentId]) => ({ id, parentId })))
  await writeJournal(tenant, actor, [...recent, ...calling].flatMap((alarm) => foldedEntry(alarm, folded.get(alarm.id))))
  return folded
}

function foldedEntry({ siteId, assetId, key, id, openedAt }: GroupedAlarm, parentId: string | undefined): JournalEntry[] {
  return parentId === undefined ? [] : [{ siteId, assetId, key, incidentId: id, type: 'folded', at: new Date(openedAt), from: null, to: null, data: { parentId } }]
}
