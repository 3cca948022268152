import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { Command } from '#server/core/work-orders/commands.ts'
import { orderSentence, type OrderSentence } from '#server/core/work-orders/order-sentences.ts'
import type { Tx } from '#server/platform/db.ts'
import { assignablePeople, orderExists, teamExists } from './people.repo.ts'
import { findTask } from './tasks.repo.ts'
import type { LockedOrder } from './work-orders.repo.ts'

const refuse = (field: string, says: OrderSentence): AppError => new AppError('invalid', orderSentence(says), { field })

/** checkAssignee refuses ('invalid') a person who carries out no work at the site. */
export async function checkAssignee(tx: Tx, siteId: string, assigneeId: string): Promise<void> {
  if ((await assignablePeople(tx, siteId)).some((person) => person.id === assigneeId)) return
  throw refuse('assigneeId', 'assignee')
}

/** checkReferences refuses ('invalid', naming the field) people who do not work at the order's site, and teams and orders that are not there. */
export async function checkReferences(tx: Tx, order: LockedOrder, command: Command): Promise<void> {
  if ((command.name === 'assign' || command.name === 'schedule') && command.payload.assigneeId) await checkAssignee(tx, order.siteId, command.payload.assigneeId)
  if (command.name === 'assign' && command.payload.teamId && !(await teamExists(tx, order.siteId, command.payload.teamId)))
    throw refuse('teamId', 'team')
  if (command.name === 'attach' && command.payload.taskId && !(await findTask(tx, order.id, command.payload.taskId))) throw notFound('This step')
  if (command.name === 'cancel' && command.payload.duplicateOf) {
    if (command.payload.duplicateOf === order.id || !(await orderExists(tx, order.siteId, command.payload.duplicateOf)))
      throw refuse('duplicateOf', 'other-order')
  }
}
