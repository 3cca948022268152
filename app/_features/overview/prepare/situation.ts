import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Situation is one thing that needs somebody, as the server ranks it. */
export type Situation = Outputs['overview']['get']['situations'][number]

/** Question is what an order asks of the person who looks. */
export type Question = NonNullable<Situation['question']>

/** Found is what a rule finds that is not the value itself beyond its limit. */
export type Found = Exclude<NonNullable<Situation['found']>, 'above' | 'below' | 'outside' | 'no-data' | 'iso-zone'>

/** SentenceKey names the sentence that says what is wrong. */
export type SentenceKey =
  | 'vibration.times' | 'vibration.over' | 'heat.over' | 'value.above' | 'value.below' | 'fault' | 'silent' | 'overdue' | 'source'
  | `asks.${Question}` | `found.${Found}` | `baseline.${NonNullable<Situation['baseline']>['finding']}`

/** Sentence is the key of a sentence and the numbers in it. */
export interface Sentence {
  readonly key: SentenceKey
  readonly ratio?: number
  readonly excess?: number
  readonly unit?: string
}

const CLEARLY = 1.5

type Told = Pick<Situation, 'kind' | 'question' | 'found' | 'value' | 'limit' | 'failureMode' | 'baseline'>

const isFound = (found: Situation['found']): found is Found => found !== null && !['above', 'below', 'outside', 'no-data', 'iso-zone'].includes(found)

/** sentenceOf says in one sentence what is wrong or asked: a doubted repair first, then what was found or how far beyond its limit, else the mode, else silence. */
export function sentenceOf({ kind, question, found, value, limit, failureMode, baseline }: Told): Sentence {
  if (kind === 'source') return { key: 'source' }
  if (baseline !== null) return { key: `baseline.${baseline.finding}` }
  if (question !== null && (kind === 'order' || question === 'repair-did-not-hold')) return { key: `asks.${question}` }
  if (kind === 'order') return { key: 'overdue' }
  if (isFound(found)) return { key: `found.${found}` }
  if (found === 'no-data') return { key: 'silent' }
  if (value === null) return { key: failureMode === null ? 'silent' : 'fault' }
  if (limit === null || value.value === limit) return { key: 'fault' }
  if (value.value < limit) return { key: 'value.below', unit: value.unit }
  const ratio = limit > 0 ? value.value / limit : 0
  if (failureMode?.code === 'VIB') return ratio >= CLEARLY ? { key: 'vibration.times', ratio } : { key: 'vibration.over' }
  if (failureMode?.code === 'OHE') return { key: 'heat.over', excess: value.value - limit, unit: value.unit }
  return { key: 'value.above', unit: value.unit }
}

/** followsFrom says which consequence is told: the failure's own while something stands or waits to begin, else what a missing answer costs; null when neither is known. */
export function followsFrom({ question, failureMode, baseline }: Pick<Situation, 'question' | 'failureMode' | 'baseline'>): 'failure' | Question | 'baseline-old' | 'baseline-new' | null {
  if (baseline !== null) return baseline.was === null ? 'baseline-new' : 'baseline-old'
  const begins = question === null || question === 'approve' || question === 'repair-did-not-hold'
  return begins && failureMode?.consequence != null ? 'failure' : question
}

/** ActionKey names the one action offered for a situation. */
export type ActionKey = 'approve' | 'answer' | 'verify' | 'finish' | 'assign' | 'start' | 'open' | 'machine' | 'sources' | 'decide'

/** Action is where the one button leads. */
export interface Action {
  readonly key: ActionKey
  readonly href: string
}

const ANSWERS: Readonly<Record<Question, ActionKey>> = {
  'repair-did-not-hold': 'answer', 'return-to-service': 'answer', close: 'answer', approve: 'approve', 'approve-late': 'approve', verify: 'verify', finish: 'finish',
}

type Needed = 'work-order.assign' | 'work-order.execute' | 'work-order.read' | 'source.read'

/**
 * actionOf chooses the one action: the question if there is one, else what the order waits for, if the person may do it; else the order,
 * the machine or the sources; null when there is nowhere to go.
 */
export function actionOf(situation: Situation, may: (permission: Needed) => boolean): Action | null {
  const { order, kind, assetId, question } = situation
  if (kind === 'source') return may('source.read') ? { key: 'sources', href: '/sources' } : null
  if (kind === 'baseline') return { key: 'decide', href: `/assets/${assetId}` }
  if (order === null || !may('work-order.read')) return { key: 'machine', href: `/assets/${assetId}` }
  const href = `/work-orders/${order.number}`
  if (question !== null) return { key: ANSWERS[question], href }
  const waiting = order.status === 'approved' || order.status === 'planned' || order.status === 'scheduled'
  if (waiting && order.assignee === null && may('work-order.assign')) return { key: 'assign', href }
  if (waiting && may('work-order.execute')) return { key: 'start', href }
  return { key: 'open', href }
}

/** isOverdue tells whether the order's date has passed (now in epoch ms) while its work is not done. */
export const isOverdue = ({ order, settled }: Pick<Situation, 'order' | 'settled'>, now: number): boolean =>
  !settled && order !== null && order.dueAt !== null && !DONE.has(order.status) && Date.parse(order.dueAt) < now

const DONE = new Set(['completed', 'verified', 'closed', 'cancelled', 'rejected'])
