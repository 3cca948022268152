import { PERMIT_POLICIES } from '#server/core/permits/kinds.ts'
import { PERMIT_COMMANDS, PERMIT_TRANSITIONS, type PermitCommand } from '#server/core/permits/transitions.ts'
import type { OrderSafety, Permit } from './view.ts'

/** PermitAct is something that can be done with a permit. */
export type PermitAct = PermitCommand

/** permitActs lists what a person can do with a permit now; the server decides again. */
export function permitActs(permit: Pick<Permit, 'kind' | 'status' | 'performer'>, personId: string, may: OrderSafety['may']): readonly PermitAct[] {
  const performs = permit.performer.id === personId
  const holds = { 'work-order.execute': may.execute, 'permit.issue': may.issue, 'work-order.read': true } as const
  return PERMIT_COMMANDS.filter((command) => {
    const row = PERMIT_TRANSITIONS[command]
    if (!row.from.includes(permit.status) || !(row.permission in holds && holds[row.permission as keyof typeof holds])) return false
    if (command === 'gasTest' && PERMIT_POLICIES[permit.kind].gases.length === 0) return false
    return row.by === 'anybody' || (row.by === 'performer') === performs
  })
}
