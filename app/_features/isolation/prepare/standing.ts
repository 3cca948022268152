import type { Isolation, OrderSafety } from './view.ts'

/** Standing is how an isolation stands, as one sentence tells it. */
export type Standing =
  | { readonly kind: 'no-plan' | 'none' | 'lifted' | 'ended' }
  | { readonly kind: 'isolating'; readonly done: number; readonly all: number; readonly open: number }
  | { readonly kind: 'isolated'; readonly locks: number }

/** standingOf tells how an order's isolation stands; open counts the energies that are not cut off yet. */
export function standingOf({ plan, isolation }: Pick<OrderSafety, 'plan' | 'isolation'>): Standing {
  if (isolation === null || (isolation.phase === 'ended' && isolation.locks.length === 0)) return { kind: isolation !== null ? 'ended' : plan === null ? 'no-plan' : 'none' }
  if (isolation.phase === 'lifted') return { kind: 'lifted' }
  if (isolation.phase === 'isolated') return { kind: 'isolated', locks: isolation.locks.length }
  const cut = isolation.steps.filter(({ stage, done }) => stage === 'isolate' && done === null).length
  return { kind: 'isolating', done: isolation.steps.filter(({ done }) => done !== null).length, all: isolation.steps.length, open: cut }
}

/** Own is what a person can do with locks and the isolation now, as it is shown. */
export interface Own {
  readonly lock: 'put-on' | 'take-off' | null
  readonly others: readonly ('lift' | 'restore' | 'end')[]
}

/** ownActs lists what a person who does the work can do now; the server decides again. */
export function ownActs(isolation: Isolation | null, personId: string, execute: boolean): Own {
  if (isolation === null || !execute) return { lock: null, others: [] }
  const mine = isolation.locks.some(({ person }) => person.id === personId)
  const free = isolation.locks.length === 0
  const cutOff = isolation.steps.every(({ stage, done }) => stage !== 'isolate' || done !== null)
  switch (isolation.phase) {
    case 'ended': return { lock: mine ? 'take-off' : null, others: [] }
    case 'lifted': return { lock: mine ? 'take-off' : null, others: ['restore', ...(free ? ['end' as const] : [])] }
    case 'isolating': case 'isolated':
      return { lock: mine ? 'take-off' : cutOff ? 'put-on' : null, others: free ? ['lift', 'end'] : [] }
  }
}
