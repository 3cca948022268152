import { chatterOf } from '#server/core/alarms/noise.ts'
import { finiteLimit } from '#server/core/condition/measure-unit.ts'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { orderText } from '#server/core/work-orders/ticket-text.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { alarmView } from './alarm-view.ts'
import type { AlarmListRow } from './alarm-row.ts'
import { earlierEpisodes, journalOf, openOrdersOn, readAlarm, transitionsIn, verdictsOf, type JournalRow } from './detail.repo.ts'
import { outages, shelves } from './held.repo.ts'
import { outageView, shelfView } from './list-held.ts'
import { activationsOf } from './list.repo.ts'

const CHATTER_LOOK_MS = HOUR_MS
const JOURNAL_PAGE = 30

const iso = (time: Date | null): string | null => time?.toISOString() ?? null

const journalView = ({ at, data, ...entry }: JournalRow) => ({ ...entry, at: at.toISOString(), data: data as Record<string, unknown> })

async function mustSee(tx: Tx, actor: Actor, id: string): Promise<AlarmListRow> {
  const row = await readAlarm(tx, id)
  if (!row || !can(actor, 'incident.read', row.siteId)) throw notFound('This alarm')
  return row
}

/** AlarmDetail is what is known of an alarm besides its readings; times are ISO. */
export type AlarmDetail = Awaited<ReturnType<typeof alarmDetail>>

/** alarmDetail tells why an alarm stands as it does: its journal, what its rules did, its shelf and outages, earlier episodes and what was found then. */
export async function alarmDetail(tx: Tx, actor: Actor, id: string) {
  const row = await mustSee(tx, actor, id)
  const { key, siteId, assetId, parentId } = row
  const activations = await activationsOf(tx, [key], CHATTER_LOOK_MS)
  const parent = parentId === null ? null : await readAlarm(tx, parentId)
  const [shelf] = await shelves(tx, [siteId], key)
  const suppress = can(actor, 'alarm.suppress', siteId)
  return {
    alarm: alarmView(row, chatterOf(activations.get(key) ?? []), now()),
    parent: parent && { id: parent.id, tag: parent.assetTag, name: parent.assetName },
    shelf: shelf ? shelfView(shelf) : null,
    outages: (await outages(tx, [siteId], assetId)).map(outageView),
    transitions: (await transitionsIn(tx, id)).map(({ at, limit, ...one }) => ({ ...one, at: at.toISOString(), limit: limit === null ? null : finiteLimit(limit) })),
    journal: (await journalOf(tx, key, null, JOURNAL_PAGE)).map(journalView),
    earlier: (await earlierEpisodes(tx, key, row.openedAt)).map(({ openedAt, resolvedAt, orderNo, ...one }) => (
      { ...one, openedAt: openedAt.toISOString(), resolvedAt: iso(resolvedAt), order: orderNo === null ? null : formatNumber(orderNo) })),
    verdicts: await verdictsOf(tx, key),
    orders: (suppress ? await openOrdersOn(tx, assetId) : []).map(({ no, text, ...order }) => (
      { ...order, number: formatNumber(no), text: orderText.safeParse(text).data ?? null })),
    may: { handle: can(actor, 'incident.handle', siteId), suppress },
  }
}

/** AlarmJournal is a page of an alarm's journal, the newest entry first; nextCursor null on the last one. */
export interface AlarmJournal {
  readonly entries: readonly ReturnType<typeof journalView>[]
  readonly nextCursor: string | null
}

/** alarmJournal reads who did what with an alarm, when and why: a page before a cursor (an entry's number). */
export async function alarmJournal(actor: Actor, { id, cursor }: { readonly id: string; readonly cursor?: string | undefined }): Promise<AlarmJournal> {
  return withTenant(actor.orgId, async (tx) => {
    const { key } = await mustSee(tx, actor, id)
    const rows = await journalOf(tx, key, cursor ?? null, JOURNAL_PAGE + 1)
    const entries = rows.slice(0, JOURNAL_PAGE).map(journalView)
    return { entries, nextCursor: rows.length > JOURNAL_PAGE ? (entries.at(-1)?.no ?? null) : null }
  })
}
