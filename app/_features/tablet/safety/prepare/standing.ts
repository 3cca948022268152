import { stepsOf } from '#server/core/isolation/steps.ts'
import type { SeenSafety } from '../../../../_lib/tablet/seen/safety.ts'

/** Standing is how an isolation stands, as one sentence tells it. */
export type Standing =
  | { readonly kind: 'no-plan' | 'none' | 'lifted' | 'ended' }
  | { readonly kind: 'isolating'; readonly done: number; readonly all: number; readonly open: number }
  | { readonly kind: 'isolated'; readonly locks: number }

/** standingOf tells how an order's isolation stands; open counts the energies that are not cut off yet. */
export function standingOf(safety: Pick<SeenSafety, 'plan' | 'isolation'> | null): Standing {
  const isolation = safety?.isolation ?? null
  if (isolation === null) return { kind: safety === null || safety.plan === null ? 'no-plan' : 'none' }
  const { phase, locks, confirmed } = isolation.state
  if (phase === 'ended' || phase === 'lifted') return { kind: phase }
  if (phase === 'isolated') return { kind: 'isolated', locks: locks.length }
  const steps = stepsOf(isolation.content)
  return { kind: 'isolating', done: steps.filter(({ id }) => confirmed.has(id)).length, all: steps.length, open: steps.filter(({ id, stage }) => stage === 'isolate' && !confirmed.has(id)).length }
}

/** concerns tells whether an order has anything to do with isolation or permits: steps that wait for it, an isolation, a permit, or something that is on at the machine. */
export const concerns = (order: { readonly safety: SeenSafety | null; readonly tasks: readonly { readonly isolated: boolean }[] }): boolean =>
  order.tasks.some(({ isolated }) => isolated) || (order.safety !== null && (order.safety.isolation !== null || order.safety.permits.length > 0 || order.safety.guards.length > 0))
