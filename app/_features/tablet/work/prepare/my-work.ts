import { isEnded, isUnfinished, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import type { ListedOrder } from '../../../../_lib/tablet/hooks/use-orders.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { plainText } from '../../../../_lib/plain-text.ts'

/** MyWork is a person's day: the one job to do next, then the others, and what is not his. */
export interface MyWork {
  /** His own, or where he has none, the most urgent that nobody has. */
  readonly next: SeenOrder | null
  readonly then: readonly SeenOrder[]
  /** Unfinished orders of the person's sites that are not his, the most urgent first. */
  readonly others: readonly SeenOrder[]
  /** What he finished in the last days. */
  readonly finished: readonly SeenOrder[]
}

/** runsFor tells whether a person's timer runs on an order. */
export const runsFor = ({ labour }: SeenOrder, personId: string): boolean => labour.entries.some((entry) => entry.person.id === personId && entry.endedAt === null)

/** isOverdue tells whether an order should have been done by now. */
export const isOverdue = ({ order }: SeenOrder, now: number): boolean => isUnfinished(order.status as WorkOrderStatus) && order.dueAt !== null && Date.parse(order.dueAt) < now

const time = (text: string | null): number => (text === null ? Number.POSITIVE_INFINITY : Date.parse(text))

// Whose timer runs comes first, what waits for somebody else last.
function rank(seen: SeenOrder, personId: string, now: number): number {
  if (runsFor(seen, personId)) return 0
  if (seen.order.status === 'on_hold') return 4
  if (seen.order.status === 'in_progress') return 1
  return isOverdue(seen, now) ? 2 : 3
}

/** byUrgency sorts orders as a technician takes them: what runs, what is begun, what is overdue; then by priority and the time it is planned or due. */
export const byUrgency = (personId: string, now: number) => (a: SeenOrder, b: SeenOrder): number =>
  rank(a, personId, now) - rank(b, personId, now)
  || a.order.priority - b.order.priority
  || Math.min(time(a.order.plannedStart), time(a.order.dueAt)) - Math.min(time(b.order.plannedStart), time(b.order.dueAt))
  || a.order.number.localeCompare(b.order.number)

/** myWork sorts what is on the tablet into a person's day. */
export function myWork(orders: readonly ListedOrder[], personId: string, now: number): MyWork {
  const open = orders.filter(({ seen }) => isUnfinished(seen.order.status as WorkOrderStatus))
  const sorted = (list: readonly ListedOrder[]): SeenOrder[] => list.map(({ seen }) => seen).toSorted(byUrgency(personId, now))
  const isMine = ({ seen, mine }: ListedOrder): boolean => mine || seen.order.assignee?.id === personId || runsFor(seen, personId)
  const mine = sorted(open.filter(isMine))
  const others = sorted(open.filter((one) => !isMine(one)))
  const ready = (seen: SeenOrder): boolean => seen.order.status !== 'on_hold'
  const next = mine.find(ready) ?? others.find((seen) => ready(seen) && seen.order.assignee === null) ?? null
  return {
    next,
    then: mine.filter((seen) => seen !== next),
    others: others.filter((seen) => seen !== next),
    finished: sorted(orders.filter(({ seen }) => !isUnfinished(seen.order.status as WorkOrderStatus) && !(isEnded(seen.order.status as WorkOrderStatus) && seen.order.status !== 'closed'))),
  }
}

/** matches tells whether an order holds every word of a search: in its number, title, machine, description or failure. */
export function matches({ order, asset }: SeenOrder, search: string, title: string): boolean {
  const hay = plainText([order.number, title, order.description ?? '', asset.tag, asset.name, asset.className ?? '', order.failureMode ?? '', order.assignee?.name ?? ''].join(' '))
  return plainText(search).split(/\s+/).every((word) => hay.includes(word))
}
