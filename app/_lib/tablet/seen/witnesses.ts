import type { Command } from '#server/core/work-orders/commands.ts'
import type { OrderView } from '../types.ts'

/** sawToo adds whoever says that he saw the trouble too; one who says it twice is one. */
export function sawToo({ witnesses }: OrderView, command: Command, by: { readonly name: string }, at: string): Partial<Pick<OrderView, 'witnesses'>> {
  if (command.name !== 'meToo' || witnesses.some(({ name }) => name === by.name)) return {}
  return { witnesses: [...witnesses, { name: by.name, at, note: command.payload.note ?? null }] }
}
