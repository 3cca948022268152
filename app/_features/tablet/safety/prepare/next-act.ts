import type { Stage, Step } from '#server/core/isolation/steps.ts'
import { isEarlier, stepsOf } from '#server/core/isolation/steps.ts'
import type { SeenIsolation, SeenSafety } from '../../../../_lib/tablet/seen/safety.ts'

/** NextAct is the one thing that an isolation asks of a person now. */
export type NextAct =
  | { readonly kind: 'no-plan' | 'begin' | 'lock-on' | 'lock-off' | 'wait' | 'work' | 'return' | 'restore' }
  | { readonly kind: 'step'; readonly step: Step; readonly no: number; readonly all: number }

/** SideAct is something else that a person can do now. */
export type SideAct = 'lock-on' | 'lock-off' | 'return' | 'lift'

const FIRST_LOCK: Stage = 'release'

const isMine = ({ state }: SeenIsolation, personId: string): boolean => state.locks.some((lock) => lock.personId === personId)

// Whether every energy is cut off, so that locks may go on.
const isCutOff = ({ content, state }: SeenIsolation): boolean => stepsOf(content).every(({ id, stage }) => stage !== 'isolate' || state.confirmed.has(id))

// Whose lock was on since the machine was last isolated, and is off now: taken off on purpose, so the work is over.
function hasUnlocked({ events }: SeenIsolation, personId: string | null): boolean {
  const since = events.findLastIndex(({ type }) => type === 'restored')
  return events.slice(since + 1).some((event) => event.type === 'lock-on' && (personId === null || event.personId === personId))
}

const lockOn = (isolation: SeenIsolation, personId: string): NextAct => ({ kind: hasUnlocked(isolation, personId) ? 'wait' : 'lock-on' })

function whileIsolating(isolation: SeenIsolation, personId: string): NextAct {
  const steps = stepsOf(isolation.content)
  const open = steps.find(({ id }) => !isolation.state.confirmed.has(id))
  const free = isolation.state.locks.length === 0
  if (free && hasUnlocked(isolation, null)) return { kind: 'return' }
  // Every device has its lock: now each person's own, before anything is released or verified.
  if ((open === undefined || !isEarlier(open.stage, FIRST_LOCK)) && !isMine(isolation, personId)) return lockOn(isolation, personId)
  return open === undefined ? { kind: 'work' } : { kind: 'step', step: open, no: steps.indexOf(open) + 1, all: steps.length }
}

/** nextAct tells what an isolation asks of a person now: the next step of the plan, his own lock, the work, or what leads back to service. */
export function nextAct({ plan, isolation }: Pick<SeenSafety, 'plan' | 'isolation'>, personId: string): NextAct {
  if (isolation === null) return { kind: plan === null ? 'no-plan' : 'begin' }
  switch (isolation.state.phase) {
    case 'ended': return { kind: isMine(isolation, personId) ? 'lock-off' : plan === null ? 'no-plan' : 'begin' }
    case 'lifted': return { kind: isMine(isolation, personId) ? 'lock-off' : 'restore' }
    case 'isolated': return isMine(isolation, personId) ? { kind: 'work' } : lockOn(isolation, personId)
    case 'isolating': return whileIsolating(isolation, personId)
  }
}

/** sideActs lists what else a person can do now, beside the next act. */
export function sideActs({ isolation }: Pick<SeenSafety, 'isolation'>, personId: string, next: NextAct): SideAct[] {
  if (isolation === null || isolation.state.phase === 'ended') return []
  const { phase, locks } = isolation.state
  const mine = isMine(isolation, personId)
  const acts: readonly (readonly [SideAct, boolean])[] = [
    ['lock-on', !mine && phase !== 'lifted' && isCutOff(isolation)],
    ['lock-off', mine],
    ['lift', locks.length === 0 && next.kind === 'return'],
    ['return', locks.length === 0 && (phase === 'lifted' || isolation.state.confirmed.size > 0)],
  ]
  return acts.flatMap(([act, possible]) => (possible && act !== next.kind ? [act] : []))
}
