import type { AlarmState } from '#server/core/alarms/state.ts'
import type { Inputs } from '../../../_lib/trpc/types.ts'

/** TABS are the three views of alarms. */
export const TABS = ['standing', 'held', 'report'] as const

/** STATES are what the list can be narrowed to. */
export const STATES = ['new', 'standing', 'returned'] as const
type State = (typeof STATES)[number]

const ALARM_STATES: Readonly<Record<State, AlarmState>> = { new: 'unacknowledged-active', standing: 'acknowledged-active', returned: 'unacknowledged-returned' }

/** KINDS are what an alarm is about. */
export const KINDS = ['condition', 'silence'] as const

/** RANGES are the hours a report looks back. */
export const RANGES = [24, 168, 720] as const
export type Range = (typeof RANGES)[number]

/** Filters is the state of the page, as it stands in the address. */
export interface Filters {
  readonly tab: (typeof TABS)[number]
  readonly state: State | null
  readonly priority: number | null
  readonly site: string | null
  readonly place: string | null
  readonly asset: string | null
  readonly kind: (typeof KINDS)[number] | null
  readonly q: string
  readonly cursor: string | null
  /** The alarm whose panel is open. */
  readonly alarm: string | null
  readonly hours: number
}

/** NOTHING narrows nothing. */
export const NOTHING = { state: null, priority: null, site: null, place: null, asset: null, kind: null, q: '' } as const satisfies Partial<Filters>

const PAGE = 50

/** queryOf asks the server for a page of the list. */
export function queryOf({ state, priority, site, place, asset, kind, q, cursor }: Filters): Inputs['alarms']['list'] {
  const words = q.trim()
  return {
    ...(state === null ? {} : { state: [ALARM_STATES[state]] }),
    ...(priority === null ? {} : { priority: [priority as 1 | 2 | 3 | 4] }),
    ...(site === null ? {} : { siteId: site }),
    ...(place === null ? {} : { areaId: place }),
    ...(asset === null ? {} : { assetId: asset }),
    ...(kind === null ? {} : { kind }),
    ...(words === '' ? {} : { q: words }),
    ...(cursor === null ? {} : { cursor }),
    limit: PAGE,
  }
}

/** foldedQueryOf asks for what is folded under an alarm, as the list is narrowed. */
export const foldedQueryOf = (filters: Filters, key: string): Omit<Inputs['alarms']['list'], 'cursor'> => {
  const { limit, ...narrowed } = queryOf({ ...filters, cursor: null })
  return { ...narrowed, under: key, limit: limit ?? PAGE }
}

/** isFiltered tells whether anything narrows the list. */
export const isFiltered = ({ state, priority, site, place, asset, kind, q }: Filters): boolean =>
  [state, priority, site, place, asset, kind].some((one) => one !== null) || q.trim() !== ''

/** rangeOf reads the hours of a report; anything else is a day. */
export const rangeOf = (hours: number): Range => RANGES.find((range) => range === hours) ?? 24
