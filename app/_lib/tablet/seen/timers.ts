import type { OrderEffect } from '#server/core/work-orders/transitions.ts'
import type { OrderView } from '../types.ts'

type Labour = OrderView['labour']
type Entry = Labour['entries'][number]

const end = (entry: Entry, at: string): Entry => (entry.endedAt === null ? { ...entry, endedAt: at } : entry)

/** runTimers is what a command's effects do to the timers of an order, as the server will do it. */
export function runTimers(labour: Labour, effects: readonly OrderEffect[], by: { readonly id: string; readonly name: string }, opId: string, at: string, activity: string): Labour {
  let entries = labour.entries
  if (effects.includes('stop-all-timers')) entries = entries.map((entry) => end(entry, at))
  if (effects.includes('stop-own-timer')) entries = entries.map((entry) => (entry.person.id === by.id ? end(entry, at) : entry))
  const runs = entries.some((entry) => entry.person.id === by.id && entry.endedAt === null)
  if (effects.includes('start-timer') && !runs) entries = [...entries, { id: opId, person: { ...by }, startedAt: at, endedAt: null, activity }]
  return entries === labour.entries ? labour : { ...labour, entries }
}
