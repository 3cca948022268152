import * as z from 'zod'
import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { MINUTE_MS } from '../kernel/time.ts'
import { instant } from './instant.ts'
import { effect, type Effect, type WorkOrderKind, type WorkOrderSource } from './enums.ts'
import { orderSentence, type OrderSentence } from './order-sentences.ts'
import { foundFault, needsVerdict, verdict, type Verdict } from './verdict.ts'

const code = z.string().trim().min(1).max(40)
const note = z.string().trim().max(4000)

/** OTHER is the code for "none of these"; it needs a note. */
export const OTHER = 'OTHER'

/** CLOCK_TOLERANCE_MS is how far ahead of the server a person's clock may run before a time counts as in the future: 5 minutes. */
export const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS

/** completionInput is what a person says when the work is done; what is left out is taken from the order. */
export const completionInput = z.object({
  effect: effect.optional(),
  itemCode: code.optional(),
  modeCode: code.optional(),
  activityCode: code.optional(),
  causeNote: note.optional(),
  verdict: verdict.optional(),
  verdictNote: note.optional(),
  functionLostAt: instant.optional(),
  workStartedAt: instant.optional(),
  workFinishedAt: instant.optional(),
  returnedAt: instant.optional(),
})
export type CompletionInput = z.infer<typeof completionInput>

/** CompletionChoices are the codes the asset's class offers; an empty list asks for nothing. */
export interface CompletionChoices {
  readonly items: readonly string[]
  readonly modes: readonly string[]
  readonly activities: readonly string[]
}

/** CompletableOrder is what completing needs to know of an order. */
export interface CompletableOrder {
  readonly kind: WorkOrderKind
  readonly source: WorkOrderSource
  readonly failureMode: string | null
  readonly workStartedAt: Date | null
}

/** CompletionRecord is the record that stays: what it did, what was found and done, and the four times. */
export interface CompletionRecord {
  readonly effect: Effect | null
  readonly itemCode: string | null
  readonly modeCode: string | null
  readonly activityCode: string | null
  readonly causeNote: string | null
  readonly verdict: Verdict | null
  readonly verdictNote: string | null
  readonly functionLostAt: Date | null
  readonly workStartedAt: Date
  readonly workFinishedAt: Date
  readonly returnedAt: Date | null
}

type Checked = AppError | null
const bad = (field: keyof CompletionInput, says: OrderSentence, params: Readonly<Record<string, string>> = {}): AppError =>
  new AppError('invalid', orderSentence(says, params), { field })

/** recordsFailure tells whether completing such an order records effect and item: corrective and predictive ones. */
export const recordsFailure = (kind: WorkOrderKind): boolean => kind === 'corrective' || kind === 'predictive'

function checkTimes(record: CompletionRecord, now: Date): Checked {
  const latest = now.getTime() + CLOCK_TOLERANCE_MS
  const { functionLostAt, workStartedAt, workFinishedAt, returnedAt } = record
  for (const field of ['functionLostAt', 'workStartedAt', 'workFinishedAt', 'returnedAt'] as const) {
    const time = record[field]
    if (time && time.getTime() > latest) return bad(field, 'future')
  }
  if (functionLostAt && functionLostAt > workStartedAt) return bad('functionLostAt', 'lost-before-work')
  if (workFinishedAt < workStartedAt) return bad('workFinishedAt', 'finish-after-start')
  if (returnedAt && returnedAt < workFinishedAt) return bad('returnedAt', 'return-after-work')
  if (record.effect === 'functional-failure' && !functionLostAt) return bad('functionLostAt', 'say-lost')
  return null
}

function checkCode(field: 'itemCode' | 'modeCode' | 'activityCode', value: string | null, offered: readonly string[], required: boolean, hasNote: boolean): Checked {
  if (value === null) return required && offered.length > 0 ? bad(field, QUESTION[field]) : null
  if (value === OTHER) return hasNote ? null : bad(field, 'other-needs-note')
  return offered.length === 0 || offered.includes(value) ? null : bad(field, 'no-choice', { code: value, choices: offered.join(', ') })
}

const QUESTION = {
  itemCode: 'item',
  modeCode: 'mode',
  activityCode: 'activity',
} as const

/** checkCompletion makes the record from what was said and what is known, or an 'invalid' error that names the field at fault. */
export function checkCompletion(order: CompletableOrder, input: CompletionInput, choices: CompletionChoices, now: Date): Result<CompletionRecord, AppError> {
  const given = input.verdict ?? null
  const asksVerdict = needsVerdict(order)
  const failure = recordsFailure(order.kind)
  const noFault = asksVerdict && !foundFault(given)
  const workFinishedAt = input.workFinishedAt ?? now
  const record: CompletionRecord = {
    effect: input.effect ?? (failure && noFault ? 'none' : null),
    itemCode: input.itemCode ?? null,
    // Another fault than the one warned of must be named; otherwise the warning's own mode stands.
    modeCode: input.modeCode ?? (noFault || given === 'other-fault-found' ? null : order.failureMode),
    activityCode: input.activityCode ?? null,
    causeNote: input.causeNote ?? null,
    verdict: given,
    verdictNote: input.verdictNote ?? null,
    functionLostAt: input.functionLostAt ?? null,
    workStartedAt: input.workStartedAt ?? order.workStartedAt ?? workFinishedAt,
    workFinishedAt,
    returnedAt: input.returnedAt ?? null,
  }
  if (asksVerdict && given === null) return err(bad('verdict', 'verdict'))
  if (failure && record.effect === null) return err(bad('effect', 'effect'))
  const fault = failure && !noFault && record.effect !== 'none'
  const hasNote = Boolean(record.causeNote ?? record.verdictNote)
  const wrong =
    checkCode('itemCode', record.itemCode, choices.items, fault, hasNote) ??
    checkCode('modeCode', input.modeCode ?? null, choices.modes, fault && record.modeCode === null, hasNote) ??
    checkCode('activityCode', record.activityCode, choices.activities, fault, hasNote) ??
    checkTimes(record, now)
  return wrong ? err(wrong) : ok(record)
}
