import type { CommandName } from '#server/core/work-orders/enums.ts'
import { isUnfinished, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import type { OrderView } from './view.ts'

/** NextStep is what the order waits for: the one thing that its page asks for first. */
export type NextStep =
  | { readonly kind: 'proposal'; readonly proposal: OrderView['proposals'][number] }
  | { readonly kind: 'close-out'; readonly command: 'close' | 'complete' }
  | { readonly kind: 'command'; readonly command: 'approve' | 'assign' | 'start' | 'resume' | 'verify' | 'close' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ended' }

/** NextStepInput is what the choice is made of. */
export interface NextStepInput {
  readonly status: string
  readonly allowed: readonly CommandName[]
  readonly proposals: OrderView['proposals']
  readonly assigned: boolean
  /** The person who looks does the work. */
  readonly mine: boolean
}

/** nextStep chooses the one action: a question of the system first, then what the state waits for, as far as the person may do it. */
export function nextStep({ status, allowed, proposals, assigned, mine }: NextStepInput): NextStep {
  const may = (command: CommandName): boolean => allowed.includes(command)
  const [proposal] = proposals
  if (proposal !== undefined && may('acceptProposal')) return { kind: 'proposal', proposal }
  // Begun without approval: whoever may give it is asked for that, unless he is at the work himself.
  if (status !== 'requested' && !mine && may('approve')) return { kind: 'command', command: 'approve' }
  if (status === 'in_progress' && (may('close') || may('complete'))) return { kind: 'close-out', command: may('close') ? 'close' : 'complete' }
  if (status === 'requested' && may('approve')) return { kind: 'command', command: 'approve' }
  if (!assigned && status !== 'requested' && may('assign')) return { kind: 'command', command: 'assign' }
  for (const command of ['start', 'resume', 'verify', 'close'] as const) if (may(command)) return { kind: 'command', command }
  return isUnfinished(status as WorkOrderStatus) || status === 'completed' || status === 'verified' ? { kind: 'waiting' } : { kind: 'ended' }
}

const IN_MENU: readonly CommandName[] = ['approve', 'assign', 'start', 'complete', 'hold', 'stopTimer', 'joinTimer', 'carryRest', 'edit', 'moveAsset', 'meToo', 'plan', 'schedule', 'defer', 'reject', 'reopen', 'cancel']

/** otherCommands are what else the person may do, for the menu beside the one action. */
export function otherCommands(step: NextStep, allowed: readonly CommandName[], timerRuns: boolean): readonly CommandName[] {
  const shown = step.kind === 'command' || step.kind === 'close-out' ? step.command : null
  return IN_MENU.filter((command) => allowed.includes(command) && command !== shown
    && (command !== 'joinTimer' || !timerRuns) && (command !== 'stopTimer' || timerRuns))
}

/** PATH is the ordinary life of an order, for the line at the top of its page. */
export const PATH = ['approved', 'scheduled', 'in_progress', 'completed', 'closed'] as const

const PLACE: Readonly<Record<string, number>> = { requested: -1, approved: 0, planned: 0, scheduled: 1, in_progress: 2, on_hold: 2, completed: 3, verified: 3, closed: 4 }

/** placeOnPath is where on PATH an order is: its index, -1 before it, null when it ended in another way. */
export const placeOnPath = (status: string): number | null => PLACE[status] ?? null
