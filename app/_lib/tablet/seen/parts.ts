import type { Command, PayloadOf } from '#server/core/work-orders/commands.ts'
import { restOf } from '#server/core/work-orders/quantity.ts'
import type { OrderView } from '../types.ts'

/** tookPart is what taking a part or putting it back does to an order: it stands among the parts, and less or more of it is left to take along. */
export function tookPart(view: OrderView, command: Command, by: { readonly name: string }, opId: string, at: string): Changed {
  if (command.name === 'returnPart') return putBack(view, command.payload, by, opId, at)
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

type Changed = Partial<Pick<OrderView, 'parts' | 'kit'>>

function putBack(view: OrderView, { useId, quantity, partId, description, unit }: PayloadOf<'returnPart'>, by: { readonly name: string }, opId: string, at: string): Changed {
  const taken = view.parts.find((one) => one.id === useId)
  const part = {
    id: opId, kind: 'returned' as const, partId: partId ?? taken?.partId ?? null, number: taken?.number ?? null, name: taken?.name ?? description ?? '', unit: unit ?? taken?.unit ?? null,
    quantity, takenAt: at, by: by.name, late: false,
  }
  return { parts: [...view.parts, part] }
}
