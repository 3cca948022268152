import { checkCompletion, OTHER, type CompletionChoices, type CompletionInput } from '#server/core/work-orders/completion.ts'
import type { Effect } from '#server/core/work-orders/enums.ts'
import { fromLocalInput } from '../../../../_lib/time/local-input.ts'

/** DONE_KINDS are what work that was done already can have been. */
export const DONE_KINDS = ['corrective', 'preventive', 'inspection'] as const
export type DoneKind = (typeof DONE_KINDS)[number]

/** QUICK_MINUTES are how long it took, by one tap. */
export const QUICK_MINUTES = [15, 30, 60] as const

/** DoneWork is what has been said so far; times are texts of local fields. */
export interface DoneWork {
  readonly title: string
  readonly kind: DoneKind | null
  /** 'times' where beginning and end are typed. */
  readonly took: number | 'times' | null
  readonly from: string
  readonly to: string
  readonly effect: Effect | null
  readonly itemCode: string | null
  readonly modeCode: string | null
  readonly activityCode: string | null
  readonly lostAt: string
}

/** NOTHING_SAID is the form at its beginning: nothing is chosen for anybody. */
export const NOTHING_SAID: DoneWork = { title: '', kind: null, took: null, from: '', to: '', effect: null, itemCode: null, modeCode: null, activityCode: null, lostAt: '' }

/** DoneFault names what is missing or wrong. */
export type DoneFault = 'title' | 'kind' | 'took' | keyof CompletionInput

/** DoneRead is what was said, ready to be sent, or the first thing that is missing. */
export type DoneRead = { readonly ok: true; readonly payload: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly missing: DoneFault }

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const SHORTEST = 3
const NO_CHOICES: CompletionChoices = { items: [], modes: [], activities: [] }

const lacks = (missing: DoneFault): DoneRead => ({ ok: false, missing })
const instant = (text: string, zone: string): Date | undefined => {
  const ms = fromLocalInput(text, zone)
  return ms === null ? undefined : new Date(ms)
}

// What a machine of this class offers is not known on this tablet: "something else" with the title as its note is true, and an engineer can say it better later.
const codesOf = (said: DoneWork, known: boolean): Pick<CompletionInput, 'itemCode' | 'modeCode' | 'activityCode'> =>
  known
    ? { itemCode: said.itemCode ?? undefined, modeCode: said.modeCode ?? undefined, activityCode: said.activityCode ?? undefined }
    : { itemCode: OTHER, modeCode: OTHER, activityCode: OTHER }

function timesOf(said: DoneWork, zone: string): Pick<CompletionInput, 'workStartedAt' | 'workFinishedAt'> | null {
  if (said.took !== 'times') return {}
  const [workStartedAt, workFinishedAt] = [instant(said.from, zone), instant(said.to, zone)]
  return workStartedAt === undefined || workFinishedAt === undefined ? null : { workStartedAt, workFinishedAt }
}

const plain = (input: CompletionInput): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).flatMap(([key, value]) => (value === undefined ? [] : [[key, value instanceof Date ? value.toISOString() : value]])))

/** readDone judges what was said by the server's own rule; choices null where the tablet does not know what the machine's class offers. */
export function readDone(said: DoneWork, choices: CompletionChoices | null, zone: string, now: Date): DoneRead {
  const title = said.title.trim()
  if (title.length < SHORTEST) return lacks('title')
  if (said.kind === null) return lacks('kind')
  const times = timesOf(said, zone)
  if (said.took === null || times === null) return lacks('took')
  const { workStartedAt, workFinishedAt } = times
  const minutes = said.took !== 'times' ? said.took : Math.round(((workFinishedAt?.getTime() ?? 0) - (workStartedAt?.getTime() ?? 0)) / MINUTE_MS)
  const repair = said.kind === 'corrective'
  const fault = repair && said.effect !== 'none'
  const findings: CompletionInput = {
    ...times, causeNote: title,
    ...(repair ? { effect: said.effect ?? undefined } : {}), ...(fault ? codesOf(said, choices !== null) : {}),
    ...(said.effect === 'functional-failure' ? { functionLostAt: instant(said.lostAt, zone) } : {}),
  }
  const began = workStartedAt ?? new Date(now.getTime() - minutes * MINUTE_MS)
  const checked = checkCompletion({ kind: said.kind, source: 'manual', failureMode: null, workStartedAt: began }, findings, choices ?? NO_CHOICES, now)
  if (!checked.ok) return lacks((checked.error.facts['field'] as DoneFault | undefined) ?? 'title')
  return { ok: true, payload: { title, kind: said.kind, findings: plain(findings), ...(minutes >= 1 && minutes <= DAY_MINUTES ? { minutes } : {}) } }
}
