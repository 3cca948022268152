import { checkCompletion, OTHER, recordsFailure, type CompletableOrder, type CompletionChoices, type CompletionInput } from '#server/core/work-orders/completion.ts'
import { effect, workOrderKind, workOrderSource, type Effect } from '#server/core/work-orders/enums.ts'
import { foundFault, needsVerdict, type Verdict } from '#server/core/work-orders/verdict.ts'
import { suggestFindings, type Suggestion } from '#server/core/work-orders/suggestion.ts'
import { fromLocalInput } from '../time/local-input.ts'
import type { Outputs } from '../trpc/types.ts'

/** OrderView is one order with everything its page shows. */
type OrderView = Outputs['workOrders']['get']

/** CloseOut is what has been said so far about the finished work; times are texts of datetime-local fields, empty for "not said". */
export interface CloseOut {
  readonly verdict: Verdict | null
  readonly effect: Effect | null
  readonly itemCode: string | null
  readonly modeCode: string | null
  readonly activityCode: string | null
  readonly note: string
  readonly functionLostAt: string
  readonly workStartedAt: string
  readonly workFinishedAt: string
  readonly returnedAt: string
}

/** Field names what can be missing. */
export type Field = keyof CompletionInput

/** Asked says which questions an order asks, given what has been said. */
export interface Asked {
  readonly verdict: boolean
  /** Item, activity and effect: only where a fault was found. */
  readonly fault: boolean
  /** A fault that the order does not name, or another than the one warned of. */
  readonly mode: boolean
}

const orderFacts = ({ order }: OrderView): CompletableOrder => ({
  kind: workOrderKind.parse(order.kind), source: workOrderSource.parse(order.source), failureMode: order.failureMode,
  workStartedAt: order.workStartedAt === null ? null : new Date(order.workStartedAt),
})

const offered = ({ choices }: OrderView): CompletionChoices => ({
  items: choices.items.map((item) => item.code), modes: choices.modes.map((mode) => mode.code), activities: choices.activities,
})

/** firstCloseOut is the form at the beginning: nothing has been said; effect and times are filled in as far as they are known, the verdict never. */
export function firstCloseOut(view: OrderView, write: (ms: number) => string): CloseOut {
  const { suggested } = view.choices
  const start = view.order.workStartedAt
  return {
    verdict: null, effect: recordsFailure(orderFacts(view).kind) ? effect.parse(suggested.effect) : null,
    itemCode: null, modeCode: null, activityCode: null, note: '',
    functionLostAt: view.incident === null ? '' : write(Date.parse(view.incident.openedAt)),
    workStartedAt: start === null ? '' : write(Date.parse(start)), workFinishedAt: '', returnedAt: '',
  }
}

/** questions says what the order asks now. */
export function questions(view: OrderView, said: CloseOut): Asked {
  const facts = orderFacts(view)
  const verdict = needsVerdict(facts)
  const fault = recordsFailure(facts.kind) && (!verdict || foundFault(said.verdict))
  // What a person reported carries no failure mode yet.
  const unnamed = facts.failureMode === null || said.verdict === 'other-fault-found'
  return { verdict, fault, mode: fault && unnamed && view.choices.modes.length > 0 }
}

/**
 * suggestionFor is what usually goes with the fault that was found: for the order's own failure mode by earlier cases or the class,
 * for another by the class; nothing while that other is not named.
 */
export function suggestionFor(view: OrderView, said: CloseOut): Suggestion {
  const { suggested, modes } = view.choices
  if (!questions(view, said).mode || said.modeCode === suggested.modeCode) return suggested
  const named = modes.find((mode) => mode.code === said.modeCode)
  return suggestFindings(null, named?.usual ?? null, [])
}

/** filledIn is the form as it is shown and sent: what a person has not said is what usually goes with the fault. */
export function filledIn(view: OrderView, said: CloseOut): CloseOut {
  const { itemCode, activityCode } = suggestionFor(view, said)
  return { ...said, itemCode: said.itemCode ?? itemCode, activityCode: said.activityCode ?? activityCode }
}

const time = (text: string, timeZone: string): Date | undefined => {
  const ms = fromLocalInput(text, timeZone)
  return ms === null ? undefined : new Date(ms)
}

/** inputOf is what the form says, as the server takes it; what is not asked is left out, so that the order's own facts stand. */
export function inputOf(view: OrderView, said: CloseOut, timeZone: string): CompletionInput {
  const asked = questions(view, said)
  const note = said.note.trim()
  const lost = asked.fault && said.effect === 'functional-failure'
  const entries: CompletionInput = {
    verdict: said.verdict ?? undefined,
    effect: asked.fault ? (said.effect ?? undefined) : undefined,
    itemCode: asked.fault ? (said.itemCode ?? undefined) : undefined,
    modeCode: asked.mode ? (said.modeCode ?? undefined) : undefined,
    activityCode: asked.fault ? (said.activityCode ?? undefined) : undefined,
    causeNote: note === '' ? undefined : note,
    functionLostAt: lost ? time(said.functionLostAt, timeZone) : undefined,
    workStartedAt: time(said.workStartedAt, timeZone),
    workFinishedAt: time(said.workFinishedAt, timeZone),
    returnedAt: time(said.returnedAt, timeZone),
  }
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
}

/** missing names the first field that keeps the work from being closed, by the server's own rule; null when nothing does. */
export function missing(view: OrderView, said: CloseOut, timeZone: string, now: number): Field | null {
  const checked = checkCompletion(orderFacts(view), inputOf(view, said, timeZone), offered(view), new Date(now))
  if (checked.ok) return null
  return (checked.error.facts['field'] as Field | undefined) ?? 'causeNote'
}

const MOST = 7

/** atMost keeps a list of choices to seven, the last being "other" when some had to be left out; the chosen and suggested one stays. */
export function atMost(codes: readonly string[], keep: string | null): readonly string[] {
  if (codes.length <= MOST) return codes
  const first = codes.slice(0, MOST - 1)
  return [...(keep !== null && codes.includes(keep) && !first.includes(keep) ? [...first.slice(0, -1), keep] : first), OTHER]
}
