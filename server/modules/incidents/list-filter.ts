import type { AlarmState } from '#server/core/alarms/state.ts'

/** AlarmKind is what an alarm is about: a condition of the machine, or readings that stay away. */
export type AlarmKind = 'condition' | 'silence'

/** AlarmFilter narrows a list of alarms; an area is any place of the plant, with everything below it. What is left out does not narrow. */
export interface AlarmFilter {
  readonly state?: readonly AlarmState[] | undefined
  readonly priority?: readonly number[] | undefined
  readonly areaId?: string | undefined
  readonly assetId?: string | undefined
  readonly kind?: AlarmKind | undefined
  readonly text?: string | undefined
}

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

const BELOW = (place: string): string => `a.id IN (
  WITH RECURSIVE below AS (SELECT b.id FROM asset b WHERE b.org_id = $1::uuid AND b.id = ${place}::uuid
    UNION ALL SELECT c.id FROM asset c JOIN below ON c.parent_id = below.id WHERE c.org_id = $1::uuid) SELECT id FROM below)`

/** filterCondition is the filter in SQL, over the alarm `i`, its asset `a` and its rule `r`; $1 is the organization, and `param` takes a value and gives its place. */
export function filterCondition({ state, priority, areaId, assetId, kind, text }: AlarmFilter, param: (value: unknown) => string): string {
  const parts = [
    ...(state === undefined ? [] : [`i.alarm_state = ANY (${param(state)}::text[])`]),
    ...(priority === undefined ? [] : [`i.priority = ANY (${param(priority)}::int[])`]),
    ...(areaId === undefined ? [] : [BELOW(param(areaId))]),
    ...(assetId === undefined ? [] : [`i.asset_id = ${param(assetId)}::uuid`]),
    ...(kind === undefined ? [] : [`(i.key LIKE '%:no-data') = ${param(kind === 'silence')}::boolean`]),
    ...(text === undefined || text === '' ? [] : [((p) => `(a.tag ILIKE ${p} OR a.name ILIKE ${p} OR r.name ILIKE ${p} OR i.failure_mode ILIKE ${p})`)(param(likePattern(text)))]),
  ]
  return parts.length === 0 ? 'true' : parts.join(' AND ')
}
