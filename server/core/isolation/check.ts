import type { IsolationAct } from './events.ts'
import type { PlanContent } from './plan.ts'
import type { IsolationState, Refusal } from './shape.ts'
import { isEarlier, stepsOf } from './steps.ts'

const no = (says: Refusal['says'], params?: Refusal['params']): Refusal => (params ? { says, params } : { says })
const hasLock = (state: IsolationState, personId: string): boolean => state.locks.some((lock) => lock.personId === personId)

function checkStep(state: IsolationState, content: PlanContent, stepId: string): Refusal | null {
  const steps = stepsOf(content)
  const step = steps.find(({ id }) => id === stepId)
  if (!step) return no('no-such-step')
  if (steps.some(({ id, stage }) => isEarlier(stage, step.stage) && !state.confirmed.has(id))) return no('earlier-first')
  // Without a lock what is verified now may be switched on a moment later.
  return step.stage === 'verify' && state.locks.length === 0 ? no('lock-first') : null
}

/** check says why an act is not possible on an isolation as it stands, for a person; null when it is. */
export function check(state: IsolationState, content: PlanContent, act: IsolationAct, personId: string): Refusal | null {
  if (act.type === 'begun') return null
  // A lock that was found to be on after the end still comes off.
  if (state.phase === 'ended' && act.type !== 'lock-off' && act.type !== 'lock-removed') return no('over')
  if (state.phase === 'lifted' && (act.type === 'step-confirmed' || act.type === 'lock-on')) return no('restore-first')
  switch (act.type) {
    case 'step-confirmed':
      return checkStep(state, content, act.data.stepId)
    case 'lock-on':
      return stepsOf(content).some(({ id, stage }) => stage === 'isolate' && !state.confirmed.has(id)) ? no('isolate-first') : null
    case 'lock-off':
      return hasLock(state, personId) ? null : no('no-lock-of-yours')
    case 'lock-removed':
      if (act.data.ownerId === personId) return no('take-off-yourself')
      if (act.data.witnessId === personId || act.data.witnessId === act.data.ownerId) return no('witness')
      return hasLock(state, act.data.ownerId) ? null : no('no-lock-of-theirs')
    case 'lifted':
      if (state.phase === 'lifted') return no('lifted-already')
      return state.locks.length > 0 ? no('locks-on', { count: state.locks.length }) : null
    case 'restored':
      return state.phase === 'lifted' ? null : no('not-lifted')
    case 'ended':
      return state.locks.length > 0 ? no('locks-on', { count: state.locks.length }) : null
  }
}

/** isRepeated tells whether an act changes nothing, because the step is confirmed or the person's lock is on already. */
export function isRepeated(state: IsolationState, act: IsolationAct, personId: string): boolean {
  if (state.phase === 'ended' || state.phase === 'lifted') return false
  return (act.type === 'step-confirmed' && state.confirmed.has(act.data.stepId)) || (act.type === 'lock-on' && hasLock(state, personId))
}

/** checkIsolatedTask says why a step that is marked "isolated" is not done now by a person; null when it may be. Without an isolation the state is null. */
export function checkIsolatedTask(state: IsolationState | null, personId: string | null): Refusal | null {
  if (state === null || state.phase === 'ended') return no('task-not-isolated')
  if (state.phase === 'lifted') return no('task-lifted')
  if (state.phase === 'isolating') return no('task-not-verified')
  return personId !== null && hasLock(state, personId) ? null : no('task-own-lock')
}
