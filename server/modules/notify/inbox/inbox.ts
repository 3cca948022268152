import { CATEGORY_OF, isKind, params, type Category, type Kind, type Params } from '#server/core/notify/kinds.ts'
import { pathOf } from '#server/core/notify/path.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { inboxOf, markRead, ordersOfIncidents, unreadOf, type InboxRow } from './inbox.repo.ts'

/** InboxItem is one line of a person's list, with the page it leads to. */
export interface InboxItem {
  readonly id: string
  readonly kind: Kind
  readonly category: Category
  readonly priority: number | null
  readonly params: Params
  readonly repeat: number
  readonly at: string
  readonly read: boolean
  readonly href: string
}

/** Inbox is a page of a person's list, and how much of it is unread. */
export interface Inbox {
  readonly items: readonly InboxItem[]
  readonly unread: number
  /** Where the next page begins, null at the end. */
  readonly next: { readonly at: string; readonly id: string } | null
}

function itemOf(row: InboxRow, orders: ReadonlyMap<string, number>): InboxItem[] {
  if (!isKind(row.kind)) return []
  const parsed = params.safeParse(row.params)
  const known = parsed.success ? parsed.data : {}
  const no = orders.get(row.subjectId)
  // The order of an alarm is often made after people were told of the alarm.
  const led = known.number === undefined && no !== undefined ? { ...known, number: formatNumber(no) } : known
  return [{
    id: row.id, kind: row.kind, category: CATEGORY_OF[row.kind], priority: row.priority, params: led, repeat: row.repeats, at: row.at.toISOString(), read: row.readAt !== null,
    href: pathOf(row, led),
  }]
}

/** getInbox reads a page of what the person who asks was told, newest first. */
export const getInbox = (actor: PersonActor, input: { readonly limit: number; readonly before?: { readonly at: Date; readonly id: string } | undefined }): Promise<Inbox> =>
  withTenant(actor.orgId, async (tx) => {
    const rows = await inboxOf(tx, actor.personId, input.limit + 1, input.before ?? null)
    const page = rows.slice(0, input.limit)
    const orders = await ordersOfIncidents(tx, page.filter(({ subjectType }) => subjectType === 'incident').map(({ subjectId }) => subjectId))
    const last = page.at(-1)
    return {
      items: page.flatMap((row) => itemOf(row, orders)), unread: await unreadOf(tx, actor.personId),
      next: rows.length > input.limit && last ? { at: last.at.toISOString(), id: last.id } : null,
    }
  })

/** readInbox marks what the person who asks has read: those named, or all up to a time. */
export const readInbox = (actor: PersonActor, what: { readonly ids: readonly string[] } | { readonly upTo: Date }): Promise<void> =>
  withTenant(actor.orgId, async (tx) => {
    if ((await markRead(tx, actor.personId, what)) > 0) await publishLive(tx.exec, tx.orgId, { entity: 'notification', id: actor.personId })
  })
