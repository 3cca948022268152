import { missedEvents } from '#server/core/alarms/missed-events.ts'
import type { AlarmState, Hold } from '#server/core/alarms/state.ts'
import { nextAlarmState, type AlarmEvent } from '#server/core/alarms/transitions.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { lockAlarms, saveAlarms, type AlarmRow, type StoredAlarm } from './alarm.repo.ts'
import { personOf, writeJournal, type JournalEntry, type Tenant } from './journal.repo.ts'

/** Episode is an incident as its alarm follows it. */
export interface Episode {
  readonly id: string
  readonly siteId: string
  readonly assetId: string
  readonly key: string
  readonly priority: number
  readonly active: boolean
  readonly openedAt: Date
  readonly lastAt: Date
  readonly resolvedAt: Date | null
  /** The strongest hold on it, maintenance counted as suppression by design. */
  readonly hold: Hold | null
}

/** Settling is an episode with what happened to it that its facts do not tell. */
export interface Settling {
  readonly episode: Episode
  readonly escalated?: boolean
  readonly acknowledge?: boolean
  /** When a person or the system did it; what the machine did has the machine's time. */
  readonly at?: Date
  readonly data?: Readonly<Record<string, unknown>>
}

/** Settled is an alarm's state; acknowledged is true when this very call acknowledged it. */
export interface Settled {
  readonly state: AlarmState
  readonly acknowledged: boolean
}

const timeOf = (event: AlarmEvent, { episode, at }: Settling): Date => {
  if (event === 'activated') return episode.openedAt
  if (event === 'returned') return episode.resolvedAt ?? episode.lastAt
  return at ?? (event === 'escalated' ? episode.lastAt : episode.openedAt)
}

/** settleAlarms brings alarms to where their incidents stand, event by event through the table, and writes the journal; repeating it changes nothing. */
export async function settleAlarms(tenant: Tenant, actor: Actor, settlings: readonly Settling[]): Promise<Map<string, Settled>> {
  const result = new Map<string, Settled>()
  if (settlings.length === 0) return result
  const stored = await lockAlarms(tenant, settlings.map((one) => one.episode.id))
  const rows: AlarmRow[] = []
  const entries: JournalEntry[] = []
  for (const one of settlings) {
    const before = stored.get(one.episode.id)
    if (!before) continue
    const { row, told } = follow(one, before, actor)
    result.set(one.episode.id, { state: row.state, acknowledged: told.some((entry) => entry.type === 'acknowledged') })
    entries.push(...told)
    if (told.length > 0 || row.state !== before.state) rows.push(row)
  }
  await saveAlarms(tenant, rows)
  await writeJournal(tenant, actor, entries)
  return result
}

function follow(one: Settling, before: StoredAlarm, actor: Actor): { row: AlarmRow; told: JournalEntry[] } {
  const { siteId, assetId, key, id, active, hold, priority } = one.episode
  const told: JournalEntry[] = []
  let row: AlarmRow = { ...before, state: before.state ?? 'normal' }
  const take = (event: AlarmEvent): void => {
    const to = nextAlarmState(row.state, event, { active, hold })
    if (to === null) return
    told.push({ siteId, assetId, key, incidentId: id, type: event, at: timeOf(event, one), from: row.state, to, data: { priority, ...one.data } })
    if (to === 'unacknowledged-active') row = { ...row, acknowledgedAt: null, acknowledgedBy: null }
    if (event === 'acknowledged') row = { ...row, acknowledgedAt: timeOf(event, one).toISOString(), acknowledgedBy: personOf(actor) }
    row = { ...row, state: to }
  }
  if (one.escalated && before.state !== null) take('escalated')
  for (const event of missedEvents(before.state, { active, hold })) take(event)
  if (one.acknowledge) take('acknowledged')
  return { row, told }
}
