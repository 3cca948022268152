import { siteScope, type Actor } from '#server/core/people/actor.ts'
import type { WorkOrderSource, WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { orderText, type OrderText } from '#server/core/work-orders/ticket-text.ts'
import { withTenant } from '#server/platform/db.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { countOpen, listPage, raisedNames, type ListRow, type ListSort, type OpenCounts, type RaisedFilter, type RaisedNames } from './list.repo.ts'
import { personOf } from './save-decision.ts'

/** ListQuery asks for a page of orders. */
export interface ListQuery {
  readonly status?: readonly WorkOrderStatus[] | undefined
  readonly source?: readonly WorkOrderSource[] | undefined
  readonly priority?: readonly number[] | undefined
  readonly siteId?: string | undefined
  readonly assetId?: string | undefined
  readonly mine?: boolean | undefined
  readonly unassigned?: boolean | undefined
  readonly q?: string | undefined
  readonly raised?: RaisedFilter | undefined
  readonly sort?: ListSort | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** WorkOrderRow is an order in a list; times are ISO. `text` has the title's message key where the system wrote it. */
export interface WorkOrderRow {
  readonly id: string
  readonly number: string
  /** What a tablet called it before it had its number. */
  readonly provisionalNumber: string | null
  readonly title: string
  readonly text: OrderText | null
  readonly status: string
  readonly kind: string
  readonly source: string
  readonly priority: number
  readonly siteId: string
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly assignee: { readonly id: string; readonly name: string } | null
  readonly failureMode: string | null
  readonly dueAt: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly verdict: string | null
  readonly holdReason: string | null
  readonly proposeClose: boolean
  readonly repairInDoubt: boolean
  readonly deferredUntil: string | null
  /** Who reported it without an account, how to reach him, and his two answers; null on other orders. */
  readonly reported: ListRow['reported']
}

/** WorkOrderPage is a page of orders; nextCursor null on the last one. Counts are of all unfinished orders the actor may see. */
export interface WorkOrderPage {
  readonly items: readonly WorkOrderRow[]
  readonly nextCursor: string | null
  readonly counts: OpenCounts
  /** The names of what the list is narrowed to by `raised`; null when it is not. */
  readonly raised: RaisedNames | null
}

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 100

/** orderRow shapes a stored row for a list. */
function orderRow({ no, assigneeId, assigneeName, dueAt, createdAt, updatedAt, text, ...row }: ListRow): WorkOrderRow {
  const words = orderText.safeParse(text)
  return {
    ...row,
    number: formatNumber(no),
    text: words.success ? words.data : null,
    assignee: assigneeId !== null ? { id: assigneeId, name: assigneeName ?? '' } : null,
    dueAt: dueAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

const within = (scope: 'all' | readonly string[], siteId: string | undefined): 'all' | readonly string[] =>
  siteId === undefined ? scope : scope === 'all' || scope.includes(siteId) ? [siteId] : []

/** listOrders gives a page of the orders the actor may see; a site outside his reach has none. */
export async function listOrders(actor: Actor, query: ListQuery): Promise<WorkOrderPage> {
  const scope = siteScope(actor, 'work-order.read')
  const person = personOf(actor)
  const sort = query.sort ?? 'newest'
  const limit = Math.min(query.limit ?? DEFAULT_LIMIT, MAX_LIMIT)
  const after = query.cursor === undefined ? null : readCursor(sort, query.cursor)
  const { status, source, priority, assetId, unassigned, q, raised: filter } = query
  return withTenant(actor.orgId, async (tx) => {
    const counts = await countOpen(tx, scope, person)
    const raised = filter === undefined ? null : await raisedNames(tx, filter, scope)
    if (query.mine && person === null) return { items: [], nextCursor: null, counts, raised }
    const rows = await listPage(
      tx,
      {
        sites: within(scope, query.siteId), status, source, priority, assetId, unassigned, text: q?.trim(), raised: filter,
        assigneeId: query.mine ? (person ?? undefined) : undefined,
      },
      { sort, after, limit: limit + 1 },
    )
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return { items: items.map(orderRow), nextCursor: rows.length > limit && last ? writeCursor(sort, last) : null, counts, raised }
  })
}
