import type { Command } from '#server/core/work-orders/commands.ts'
import type { OrderView } from '../types.ts'

type Labour = OrderView['labour']

/** Written is what the history keeps of a time that was written down. */
interface Written {
  readonly startedAt?: unknown
  readonly endedAt?: unknown
}

const iso = (time: unknown): string => (time instanceof Date ? time.toISOString() : String(time))

/** wroteTime is what a written time does to the time on an order: one more entry, or another time in the place of one. */
export function wroteTime(labour: Labour, command: Command, data: Written, by: { readonly id: string; readonly name: string }, opId: string): Labour {
  if (command.name !== 'logTime' && command.name !== 'correctTime') return labour
  const { activity } = command.payload
  const labourId = command.name === 'correctTime' ? command.payload.labourId : undefined
  const span = { startedAt: iso(data.startedAt), endedAt: iso(data.endedAt) }
  if (labourId === undefined) return { ...labour, entries: [...labour.entries, { id: opId, person: { ...by }, ...span, activity: activity ?? 'active' }] }
  return { ...labour, entries: labour.entries.map((entry) => (entry.id === labourId ? { ...entry, ...span, activity: activity ?? entry.activity } : entry)) }
}
