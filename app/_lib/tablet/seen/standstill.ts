import type { Command } from '#server/core/work-orders/commands.ts'
import type { OrderView } from '../types.ts'

type Downtime = OrderView['downtime']

/** stoodStill is what a recorded standstill does to those of an order: one more, or another in the place of one (its end, above all). */
export function stoodStill(downtime: Downtime, command: Command, by: { readonly name: string }, opId: string): Downtime {
  if (command.name !== 'recordDowntime') return downtime
  const { downtimeId, from, to, reason, planned, note } = command.payload
  const row = { from: from.toISOString(), to: to?.toISOString() ?? null, proposedEnd: null, reason, planned, note: note ?? null }
  if (downtimeId === undefined) return [...downtime, { ...row, id: opId, by: by.name, late: false }]
  return downtime.map((one) => (one.id === downtimeId ? { ...one, ...row } : one))
}
