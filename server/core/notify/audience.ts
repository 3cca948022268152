import type { Kind } from './kinds.ts'

/** AlarmEvent is what happened to an alarm. */
export interface AlarmEvent {
  readonly kind: 'alarm-opened' | 'alarm-raised' | 'alarm-over'
  readonly priority: number
  readonly safety: boolean
  /** True for what belongs in the list only: it happened while offline, or is a recording that is played. */
  readonly quiet: boolean
}

/** OrderEvent is what happened to an order, and who did it. */
export interface OrderEvent {
  readonly kind: 'order-assigned' | 'order-commented' | 'order-requested' | 'order-to-verify'
  readonly actorId: string | null
}

/** World is who stands in which relation to what happened. */
export interface World {
  /** On call for the place now. */
  readonly onCall: readonly string[]
  readonly supervisors: readonly string[]
  /** Those who may approve a request, or verify the work, at the site. */
  readonly deciders: readonly string[]
  readonly assigneeId: string | null
  readonly mentioned: readonly string[]
  /** Those who were told that it began. */
  readonly toldBefore: readonly string[]
}

/** Telling is one person who is told; loud when the list in the shell is not enough. */
export interface Telling {
  readonly personId: string
  readonly kind: Kind
  readonly loud: boolean
}

const LOUD_FROM = 2

function rows(event: AlarmEvent | OrderEvent, world: World): Telling[] {
  const all = (people: readonly (string | null)[], kind: Kind, loud = true): Telling[] => people.flatMap((personId) => (personId === null ? [] : [{ personId, kind, loud }]))
  switch (event.kind) {
    case 'alarm-opened':
      return all([...world.onCall, ...world.supervisors], event.kind, !event.quiet && (event.safety || event.priority <= LOUD_FROM))
    case 'alarm-raised':
      return all([...world.onCall, ...world.supervisors, world.assigneeId], event.kind, !event.quiet && (event.safety || event.priority <= LOUD_FROM))
    case 'alarm-over':
      return all(world.toldBefore, event.kind, false)
    case 'order-assigned':
      return all([world.assigneeId], event.kind)
    case 'order-commented':
      return [...all(world.mentioned, 'order-mentioned'), ...all([world.assigneeId], event.kind)]
    case 'order-requested':
    case 'order-to-verify':
      return all(world.deciders, event.kind)
  }
}

/** whoIsTold lists who is told of an event and how: each person once, and nobody of what he did himself. */
export function whoIsTold(event: AlarmEvent | OrderEvent, world: World): Telling[] {
  const actorId = 'actorId' in event ? event.actorId : null
  const told = rows(event, world).filter(({ personId }) => personId !== actorId)
  return told.filter((one, index) => told.findIndex(({ personId }) => personId === one.personId) === index)
}
