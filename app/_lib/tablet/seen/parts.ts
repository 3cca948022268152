import type { Command } from '#server/core/work-orders/commands.ts'
import { restOf } from '#server/core/work-orders/quantity.ts'
import type { OrderView } from '../types.ts'

/** tookPart is what taking a part does to an order: it stands among the parts used, and less of it is left to take along. */
export function tookPart(view: OrderView, command: Command, by: { readonly name: string }, opId: string, at: string): Partial<Pick<OrderView, 'parts' | 'kit'>> {
  if (command.name !== 'usePart') return {}
  const { fromKit, quantity, partId, description, unit } = command.payload
  const planned = view.kit.find((one) => one.id === fromKit)
  const part = {
    id: opId, kind: 'taken' as const, partId: partId ?? planned?.partId ?? null, number: planned?.number ?? null, name: planned?.name ?? description ?? '', unit: unit ?? planned?.unit ?? null,
    quantity, takenAt: at, by: by.name, late: false,
  }
  const kit = view.kit.map((one) => (one === planned ? { ...one, rest: restOf(one.rest, [{ kind: 'taken', quantity }]) } : one))
  return { parts: [...view.parts, part], kit }
}
