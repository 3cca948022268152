import { check } from './check.ts'
import type { IsolationEvent } from './events.ts'
import type { PlanContent } from './plan.ts'
import type { IsolationState } from './shape.ts'
import { stepsOf } from './steps.ts'

/** FRESH is an isolation in which nothing was done yet. */
export const FRESH: IsolationState = { phase: 'isolating', round: 1, confirmed: new Map(), locks: [], flags: [] }

const settled = (state: IsolationState, content: PlanContent): IsolationState => {
  if (state.phase === 'lifted' || state.phase === 'ended') return state
  const whole = state.locks.length > 0 && stepsOf(content).every(({ id }) => state.confirmed.has(id))
  return { ...state, phase: whole ? 'isolated' : 'isolating' }
}

function unlock(state: IsolationState, personId: string, content: PlanContent): IsolationState {
  const locks = state.locks.filter((lock) => lock.personId !== personId)
  if (locks.length > 0 || state.locks.length === 0) return { ...state, locks }
  // With no lock on anybody could have switched it on: zero must be shown anew.
  const verify = new Set(stepsOf(content).filter(({ stage }) => stage === 'verify').map(({ id }) => id))
  return { ...state, locks, confirmed: new Map([...state.confirmed].filter(([id]) => !verify.has(id))) }
}

function after(state: IsolationState, event: IsolationEvent, content: PlanContent): IsolationState {
  switch (event.type) {
    case 'begun':
      return state
    case 'step-confirmed':
      return { ...state, confirmed: new Map(state.confirmed).set(event.data.stepId, { personId: event.personId, at: event.at, tag: event.data.tag ?? null }) }
    case 'lock-on':
      return state.locks.some((lock) => lock.personId === event.personId)
        ? state : { ...state, locks: [...state.locks, { personId: event.personId, lock: event.data.lock, since: event.at }] }
    case 'lock-off':
      return unlock(state, event.personId, content)
    case 'lock-removed':
      return unlock(state, event.data.ownerId, content)
    case 'lifted':
      return state.phase === 'ended' ? state : { ...state, phase: 'lifted' }
    case 'restored':
      // Everything is done again: a machine that has run is as it was before the isolation.
      return state.phase === 'ended' ? state : { ...state, phase: 'isolating', round: state.round + 1, confirmed: new Map() }
    case 'ended':
      return { ...state, phase: 'ended' }
  }
}

/**
 * stateOf adds up the events of an isolation in the order in which they were done, in whatever order they arrived. What would have been
 * refused, had all been known at the time, is taken as it is, and flagged: it was done.
 */
export function stateOf(content: PlanContent, events: readonly IsolationEvent[]): IsolationState {
  const inTime = events.map((event, no) => ({ event, no })).sort((a, b) => a.event.at.getTime() - b.event.at.getTime() || a.no - b.no)
  return inTime.reduce<IsolationState>((state, { event }) => {
    const refusal = check(state, content, event, event.personId)
    const flags = refusal === null ? state.flags : [...state.flags, { eventId: event.id, type: event.type, personId: event.personId, at: event.at, refusal }]
    return settled({ ...after(state, event, content), flags }, content)
  }, FRESH)
}

/** stateAt is how an isolation stood at a time. */
export const stateAt = (content: PlanContent, events: readonly IsolationEvent[], at: Date): IsolationState =>
  stateOf(content, events.filter((event) => event.at <= at))
