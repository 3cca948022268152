import { UNFINISHED, WORK_ORDER_STATUSES, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import { OUTCOMES, type Outcome } from '#server/core/verdicts/call.ts'
import type { Inputs } from '../../../_lib/trpc/types.ts'

/** STAGES are the coarse states that a list is filtered by. */
export const STAGES = ['open', 'done', 'ended', 'all'] as const

/** Stage is one of STAGES. */
export type Stage = (typeof STAGES)[number]

const STATUSES: Readonly<Record<Stage, readonly WorkOrderStatus[]>> = {
  open: UNFINISHED, done: ['completed', 'verified'], ended: ['closed', 'rejected', 'cancelled'], all: WORK_ORDER_STATUSES,
}

/** SCOPES are whose orders: everybody's, mine, nobody's. */
export const SCOPES = ['everyone', 'mine', 'nobody'] as const

/** SOURCES are where orders come from. */
export const SOURCES = ['condition', 'pm', 'request', 'manual'] as const

/** SORTS are the orders of the list. */
export const SORTS = ['newest', 'priority'] as const

/** RaisedBy is what narrows the list to orders that rules raised: where a figure of a rule's precision leads. Days are YYYY-MM-DD; from is in, to is not. */
export interface RaisedBy {
  readonly rule: string | null
  readonly version: string | null
  readonly class: string | null
  readonly asset: string | null
  readonly outcome: Outcome[] | null
  readonly from: string | null
  readonly to: string | null
}

/** NOT_RAISED narrows nothing. */
export const NOT_RAISED: RaisedBy = { rule: null, version: null, class: null, asset: null, outcome: null, from: null, to: null }

/** isRaised tells whether the list is narrowed to orders that rules raised. */
export const isRaised = ({ rule, version, class: of, asset, outcome, from, to }: RaisedBy): boolean =>
  [rule, version, of, asset, outcome, from, to].some((value) => value !== null)

function raisedOf({ rule, version, class: of, asset, outcome, from, to }: RaisedBy): NonNullable<NonNullable<Inputs['workOrders']['list']>['raised']> {
  return {
    ...(rule === null ? {} : { ruleId: rule }), ...(version === null ? {} : { versionId: version }),
    ...(of === null ? {} : { classId: of }), ...(asset === null ? {} : { assetId: asset }),
    ...(outcome === null || outcome.length === 0 ? {} : { outcomes: OUTCOMES.filter((known) => outcome.includes(known)) }),
    ...(from === null ? {} : { from }), ...(to === null ? {} : { to }),
  }
}

/** Filters is the state of the list, as it stands in the address. */
export interface Filters extends RaisedBy {
  readonly stage: Stage
  readonly scope: (typeof SCOPES)[number]
  readonly source: (typeof SOURCES)[number] | null
  readonly priority: number | null
  readonly q: string
  readonly sort: (typeof SORTS)[number]
  readonly cursor: string | null
}

/** PAGE is how many orders one page of the list holds. */
const PAGE = 50

/** queryOf asks the server for a page of the list. */
export function queryOf(filters: Filters): Inputs['workOrders']['list'] {
  const q = filters.q.trim()
  return {
    ...(filters.stage === 'all' ? {} : { status: [...STATUSES[filters.stage]] }),
    ...(filters.scope === 'mine' ? { mine: true } : {}),
    ...(filters.scope === 'nobody' ? { unassigned: true } : {}),
    ...(filters.source === null ? {} : { source: [filters.source] }),
    ...(filters.priority === null ? {} : { priority: [filters.priority as 1 | 2 | 3 | 4] }),
    ...(q === '' ? {} : { q }),
    ...(isRaised(filters) ? { raised: raisedOf(filters) } : {}),
    ...(filters.cursor === null ? {} : { cursor: filters.cursor }),
    sort: filters.sort, limit: PAGE,
  }
}

/** isFiltered tells whether anything but the stage narrows the list. */
export const isFiltered = (filters: Filters): boolean =>
  filters.scope !== 'everyone' || filters.source !== null || filters.priority !== null || filters.q.trim() !== '' || isRaised(filters)
