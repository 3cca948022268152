import { chatterOf, STALE_MS } from '#server/core/alarms/noise.ts'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { alarmView, type AlarmView } from './alarm-view.ts'
import { readAlarmCursor, writeAlarmCursor } from './cursor.ts'
import type { AlarmFilter } from './list-filter.ts'
import type { Sites } from './alarm-row.ts'
import { activationsOf, countAlarms, listAlarms, type AlarmCounts } from './list.repo.ts'

/** AlarmQuery asks for a page of standing alarms, or of those folded under one (its key). */
export interface AlarmQuery extends Omit<AlarmFilter, 'text'> {
  readonly q?: string | undefined
  readonly siteId?: string | undefined
  readonly under?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

/** AlarmPage is a page of alarms; nextCursor null on the last one. Counts are of all standing alarms that the actor may see. */
export interface AlarmPage {
  readonly items: readonly AlarmView[]
  readonly nextCursor: string | null
  readonly counts: AlarmCounts
}

const DEFAULT_LIMIT = 50
const MAX_LIMIT = 200
const CHATTER_LOOK_MS = HOUR_MS

const within = (scope: Sites, siteId: string | undefined): Sites => (siteId === undefined ? scope : scope === 'all' || scope.includes(siteId) ? [siteId] : [])

/** listStandingAlarms gives a page of the alarms that the actor may see, the ones nobody has seen first; a site outside his reach has none. */
export async function listStandingAlarms(actor: Actor, query: AlarmQuery): Promise<AlarmPage> {
  const scope = siteScope(actor, 'incident.read')
  const { q, siteId, under, cursor, limit = DEFAULT_LIMIT, ...filter } = query
  const size = Math.min(limit, MAX_LIMIT)
  const after = cursor === undefined ? null : readAlarmCursor(cursor)
  const at = now()
  return withTenant(actor.orgId, async (tx) => {
    const counts = await countAlarms(tx, scope, new Date(at.getTime() - STALE_MS))
    const rows = await listAlarms(tx, { ...filter, text: q?.trim(), sites: within(scope, siteId) }, { after, limit: size + 1, under: under ?? null })
    const items = rows.slice(0, size)
    const activations = await activationsOf(tx, items.map((row) => row.key), CHATTER_LOOK_MS)
    const last = items.at(-1)
    return {
      items: items.map((row) => alarmView(row, chatterOf(activations.get(row.key) ?? []), at)),
      nextCursor: rows.length > size && last ? writeAlarmCursor(last) : null,
      counts,
    }
  })
}

/** countStandingAlarms counts the alarms that the actor may see. */
export async function countStandingAlarms(actor: Actor): Promise<AlarmCounts> {
  return withTenant(actor.orgId, (tx) => countAlarms(tx, siteScope(actor, 'incident.read'), new Date(now().getTime() - STALE_MS)))
}
