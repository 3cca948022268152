import { ISOLATION_EVENTS, type IsolationAct, type IsolationEvent, type IsolationEventType } from '#server/core/isolation/events.ts'
import type { TabletSafety, ToldIsolation } from '#server/core/isolation/on-tablet.ts'
import type { PlanContent } from '#server/core/isolation/plan.ts'
import type { IsolationState } from '#server/core/isolation/shape.ts'
import { stateOf } from '#server/core/isolation/state.ts'
import { isOpen } from '#server/core/permits/transitions.ts'
import type { Safeguard } from '#server/core/work-orders/safeguards.ts'
import type { StoredOperation } from '../store/db.ts'
import type { TabletPerson } from '../types.ts'
import { seenPermits, type SeenPermit } from './permits.ts'

/** SeenIsolation is an order's isolation as the person sees it, with what its events add up to. */
export interface SeenIsolation {
  readonly planVersion: number
  readonly content: PlanContent
  readonly events: readonly IsolationEvent[]
  readonly state: IsolationState
}

/** SeenSafety is what keeps people safe on an order: what the server told, with what was done on this tablet since. */
export interface SeenSafety {
  readonly plan: TabletSafety['plan']
  readonly isolation: SeenIsolation | null
  readonly permits: readonly SeenPermit[]
  /** Everything that is on at the machine, of this order and of others: what closing is judged by. */
  readonly guards: readonly Safeguard[]
  readonly names: Readonly<Record<string, string>>
}

interface Making {
  readonly planVersion: number
  readonly content: PlanContent
  readonly events: readonly IsolationEvent[]
}

/** actOf reads the act of an operation; null for any other kind, or one of another edition. */
function actOf(operation: StoredOperation): IsolationAct | null {
  if (operation.kind !== 'isolation.act') return null
  const { type, data } = operation.payload as { type?: unknown; data?: unknown }
  if (typeof type !== 'string' || !Object.hasOwn(ISOLATION_EVENTS, type)) return null
  const parsed = ISOLATION_EVENTS[type as IsolationEventType].safeParse(data)
  // The type and its data belong together by that table.
  return parsed.success ? ({ type, data: parsed.data } as IsolationAct) : null
}

const read = ({ planVersion, content, events }: ToldIsolation): Making =>
  ({ planVersion, content, events: events.map((event) => ({ ...event, id: event.opId, at: new Date(event.at) })) })

// What was done here came after what the server had told by then, whatever this tablet's clock says against the server's.
const atLeast = (at: string, { events }: Making): Date => new Date(events.reduce((latest, event) => Math.max(latest, event.at.getTime()), Date.parse(at)))

function did(now: Making | null, operation: StoredOperation, plan: TabletSafety['plan']): Making | null {
  const act = actOf(operation)
  if (act === null) return now
  const over = now === null || stateOf(now.content, now.events).phase === 'ended'
  if (act.type === 'begun') {
    // Two who began without knowing of each other have begun one isolation.
    if (!over || plan === null) return now
    return { planVersion: plan.version, content: plan.content, events: [{ ...act, id: operation.opId, at: new Date(operation.at), personId: operation.personId, late: true }] }
  }
  return now === null ? null : { ...now, events: [...now.events, { ...act, id: operation.opId, at: atLeast(operation.at, now), personId: operation.personId, late: true }] }
}

/** Operations that count: those that wait, and those that the server has taken in while what it told does not show them yet. */
const counting = (operations: readonly StoredOperation[], taken: ReadonlySet<string>): StoredOperation[] =>
  operations.filter(({ opId, state }) => state !== 'asks' && !taken.has(opId)).toSorted((a, b) => a.seq - b.seq)

function ownGuards(number: string, isolation: SeenIsolation | null, permits: readonly SeenPermit[], nameOf: (id: string) => string): Safeguard[] {
  const own = (kind: Safeguard['kind'], name: string): Safeguard => ({ kind, own: true, order: number, name })
  return [
    ...(isolation?.state.locks ?? []).map(({ personId }) => own('lock', nameOf(personId))),
    ...permits.filter(({ status }) => isOpen(status)).map((permit) => own('permit', permit.number)),
    ...(isolation !== null && isolation.state.phase !== 'ended' ? [own('isolation', number)] : []),
  ]
}

/**
 * seenSafety is an order's safety as it stands on this tablet: the server's events with those of the outbox after them, added up by the server's own rule. Null
 * where the order and its machine have neither a plan nor anything that is on.
 */
export function seenSafety(
  told: TabletSafety | null, order: { readonly number: string }, operations: readonly StoredOperation[], people: ReadonlyMap<string, TabletPerson>,
): SeenSafety | null {
  if (told === null) return null
  const since = counting(operations, new Set(told.taken))
  const making = since.reduce((now, operation) => did(now, operation, told.plan), told.isolation && read(told.isolation))
  const isolation = making && { ...making, state: stateOf(making.content, making.events) }
  const names = { ...told.names, ...Object.fromEntries([...people].map(([id, { name }]) => [id, name])) }
  const permits = seenPermits(told.permits, since, names)
  return { plan: told.plan, isolation, permits, guards: [...told.guards, ...ownGuards(order.number, isolation, permits, (id) => names[id] ?? '')], names }
}
