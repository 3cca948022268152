import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Situation is one thing that needs somebody, as the server ranks it. */
export type Situation = Outputs['overview']['get']['situations'][number]

/** SentenceKey names the sentence that says what is wrong. */
export type SentenceKey =
  | 'vibration.times' | 'vibration.over' | 'heat.over' | 'value.above' | 'value.below' | 'fault' | 'silent' | 'order' | 'source'

/** Sentence is the key of a sentence and the numbers in it. */
export interface Sentence {
  readonly key: SentenceKey
  readonly ratio?: number
  readonly excess?: number
  readonly unit?: string
}

const CLEARLY = 1.5

/** sentenceOf says in one sentence what is wrong: how far beyond its limit when that is known, else the failure mode, else that it is silent. */
export function sentenceOf({ kind, value, limit, failureMode }: Pick<Situation, 'kind' | 'value' | 'limit' | 'failureMode'>): Sentence {
  if (kind === 'source') return { key: 'source' }
  if (kind === 'order') return { key: 'order' }
  if (value === null) return { key: failureMode === null ? 'silent' : 'fault' }
  if (limit === null || value.value === limit) return { key: 'fault' }
  if (value.value < limit) return { key: 'value.below', unit: value.unit }
  const ratio = limit > 0 ? value.value / limit : 0
  if (failureMode?.code === 'VIB') return ratio >= CLEARLY ? { key: 'vibration.times', ratio } : { key: 'vibration.over' }
  if (failureMode?.code === 'OHE') return { key: 'heat.over', excess: value.value - limit, unit: value.unit }
  return { key: 'value.above', unit: value.unit }
}

/** ActionKey names the one action offered for a situation. */
export type ActionKey = 'approve' | 'assign' | 'start' | 'open' | 'machine' | 'sources'

/** Action is where the one button leads. */
export interface Action {
  readonly key: ActionKey
  readonly href: string
}

type Needed = 'work-order.approve' | 'work-order.assign' | 'work-order.execute' | 'work-order.read' | 'source.read'

/** actionOf chooses the one action: what the order waits for, if the person may do it; else the order, the machine or the sources; null when there is nowhere to go. */
export function actionOf(situation: Situation, may: (permission: Needed) => boolean): Action | null {
  const { order, kind, assetId } = situation
  if (kind === 'source') return may('source.read') ? { key: 'sources', href: '/sources' } : null
  if (order === null || !may('work-order.read')) return { key: 'machine', href: `/assets/${assetId}` }
  const href = `/work-orders/${order.number}`
  if (order.status === 'requested' && may('work-order.approve')) return { key: 'approve', href }
  const waiting = order.status === 'approved' || order.status === 'planned' || order.status === 'scheduled'
  if (waiting && order.assignee === null && may('work-order.assign')) return { key: 'assign', href }
  if (waiting && may('work-order.execute')) return { key: 'start', href }
  return { key: 'open', href }
}
