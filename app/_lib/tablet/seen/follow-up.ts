import type { Command } from '#server/core/work-orders/commands.ts'
import type { OrderView } from '../types.ts'

/**
 * proposedFollowUp marks at each step that failed that an order can be filed for it, and at that of a command that one was: under the operation's id until
 * the server gives its own.
 */
export function proposedFollowUp(tasks: OrderView['tasks'], command: Command, opId: string): OrderView['tasks'] {
  const raised = command.name === 'raiseFollowUp' ? command.payload.taskId : null
  return tasks.map((task) => {
    if (task.answer?.failed !== true) return task.followUp === null ? task : { ...task, followUp: null }
    if (task.id === raised && task.followUp?.orderId == null) return { ...task, followUp: { orderId: opId } }
    return task.followUp === null ? { ...task, followUp: { orderId: null } } : task
  })
}
