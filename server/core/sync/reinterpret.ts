import type { Command } from '../work-orders/commands.ts'
import type { WorkOrderStatus } from '../work-orders/enums.ts'

const STARTED: readonly WorkOrderStatus[] = ['in_progress']
const HELD: readonly WorkOrderStatus[] = ['on_hold']

/**
 * reinterpret says what a command from a tablet means on an order that has moved on since the person saw it: what a colleague has begun is
 * joined, what was resumed meanwhile is joined, what is held already needs no second hold. Everything else means what it says.
 */
export function reinterpret(status: WorkOrderStatus, command: Command): Command {
  switch (command.name) {
    case 'start':
      if (STARTED.includes(status)) return { name: 'joinTimer', payload: command.payload }
      if (HELD.includes(status)) return { name: 'resume', payload: {} }
      return command
    case 'resume':
      return STARTED.includes(status) ? { name: 'joinTimer', payload: {} } : command
    case 'joinTimer':
      return HELD.includes(status) ? { name: 'resume', payload: {} } : command
    case 'hold':
      return HELD.includes(status) ? { name: 'stopTimer', payload: { note: command.payload.note } } : command
    default:
      return command
  }
}
