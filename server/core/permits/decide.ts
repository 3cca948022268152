import * as z from 'zod'
import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { HOUR_MS } from '../kernel/time.ts'
import type { Permission } from '../people/permissions.ts'
import { instant } from '../work-orders/instant.ts'
import { gasFindings, gasReading, limitOf, type GasTest } from './gas.ts'
import { PERMIT_POLICIES, type PermitKind } from './kinds.ts'
import { permitSentence, type PermitSentence } from './permit-sentences.ts'
import { PERMIT_TRANSITIONS, type PermitCommand, type PermitStatus } from './transitions.ts'

const reason = z.string().trim().min(3, 'Give the reason in a few words.').max(1000)
const note = z.string().trim().max(1000).optional()

/** PERMIT_PAYLOADS parse what each command on a permit carries. */
export const PERMIT_PAYLOADS = {
  gasTest: z.object({ readings: z.array(gasReading).min(1).max(8) }),
  suspend: z.object({ reason }),
  resume: z.object({ note, overrule: reason.optional() }),
  extend: z.object({ to: instant, overrule: reason.optional() }),
  handBack: z.object({ note }),
  close: z.object({ reason: reason.optional() }),
} as const satisfies Record<PermitCommand, z.ZodType>

/** PermitAct is one command on a permit with what it carries. */
export type PermitAct = { [Name in PermitCommand]: { readonly name: Name; readonly payload: z.output<(typeof PERMIT_PAYLOADS)[Name]> } }[PermitCommand]

/** PermitFacts is what commands need to know of a permit. */
export interface PermitFacts {
  readonly kind: PermitKind
  readonly status: PermitStatus
  readonly performerId: string
  readonly from: Date
  readonly to: Date
  readonly gasTests: readonly GasTest[]
}

/** PermitSituation is who acts and when; done is when it was done, which for a fact reported late lies before now. */
export interface PermitSituation {
  readonly now: Date
  readonly done: Date
  readonly personId: string
  readonly late: boolean
  readonly holds: (permission: Permission) => boolean
}

/** PermitChange is what a command does to a permit; flagged where it was reported late and would have been refused. */
export interface PermitChange {
  readonly status: PermitStatus
  readonly to: Date
  readonly gasTests: readonly GasTest[]
  readonly flagged: PermitSentence | null
}

const no = (code: 'forbidden' | 'invalid' | 'illegal-transition', says: PermitSentence, params: Readonly<Record<string, string | number>> = {}, field?: string): Result<never, AppError> =>
  err(new AppError(code, permitSentence(says, params), field === undefined ? {} : { field }))

/** checkWindow says what is wrong with the time in which a permit is valid; null when nothing is. */
export function checkWindow(kind: PermitKind, from: Date, to: Date, now: Date): AppError | null {
  const wrong = (says: PermitSentence, params: Readonly<Record<string, string | number>> = {}): AppError => new AppError('invalid', permitSentence(says, params), { field: 'to' })
  const { longestMs } = PERMIT_POLICIES[kind]
  if (to <= from) return wrong('window')
  if (to <= now) return wrong('over-already')
  return to.getTime() - from.getTime() > longestMs ? wrong('too-long', { hours: longestMs / HOUR_MS }) : null
}

/** checkGas says which gas keeps people from working; null when none does. */
export function checkGas(kind: PermitKind, tests: readonly GasTest[], now: Date): AppError | null {
  const findings = gasFindings(kind, tests, now)
  const named = (problem: 'missing' | 'outside'): string => findings.filter((one) => one.problem === problem).map(({ gas }) => gas).join(', ')
  if (named('outside') !== '') return new AppError('invalid', permitSentence('gas-outside', { gases: named('outside') }), { field: 'gasTests' })
  return named('missing') === '' ? null : new AppError('invalid', permitSentence('gas-missing', { gases: named('missing') }), { field: 'gasTests' })
}

/** checkGases refuses the test of a gas that a kind of permit does not ask for; otherwise gives the tests with their limits. */
export function checkGases(kind: PermitKind, readings: z.output<typeof gasReading>[], done: Date, by: string): Result<GasTest[], AppError> {
  const tests: GasTest[] = []
  for (const { gas, value, at } of readings) {
    const limit = limitOf(kind, gas)
    if (!limit) return no('invalid', 'no-such-gas', { gas }, 'readings')
    tests.push({ ...limit, value, at: at === undefined || at > done ? done : at, by })
  }
  return ok(tests)
}

function change(permit: PermitFacts, act: PermitAct, at: PermitSituation): Result<Pick<PermitChange, 'to' | 'gasTests'>, AppError> {
  const same = { to: permit.to, gasTests: permit.gasTests }
  switch (act.name) {
    case 'gasTest': {
      const tests = checkGases(permit.kind, act.payload.readings, at.done, at.personId)
      return tests.ok ? ok({ ...same, gasTests: [...permit.gasTests, ...tests.value] }) : tests
    }
    case 'resume': {
      if (permit.to <= at.now) return no('illegal-transition', 'expired')
      const gas = checkGas(permit.kind, permit.gasTests, at.now)
      return gas ? err(gas) : ok(same)
    }
    case 'extend': {
      if (act.payload.to <= permit.to) return no('invalid', 'later-end', {}, 'to')
      const wrong = checkWindow(permit.kind, permit.to < at.now ? at.now : permit.to, act.payload.to, at.now)
      return wrong ? err(wrong) : ok({ ...same, to: act.payload.to })
    }
    case 'close':
      return permit.status !== 'handed-back' && act.payload.reason === undefined ? no('invalid', 'not-handed-back', {}, 'reason') : ok(same)
    case 'suspend': case 'handBack':
      return ok(same)
  }
}

/** nextStatus is where a permit stands after a gas was found outside its limits: nobody works on, whoever measured it. */
const afterTests = (status: PermitStatus, permit: PermitFacts, tests: readonly GasTest[], done: Date): PermitStatus =>
  status === 'issued' && gasFindings(permit.kind, tests, done).some(({ problem }) => problem === 'outside') ? 'suspended' : status

/**
 * decidePermit judges one command on a permit: 'illegal-transition', 'forbidden' or 'invalid', or what it changes. A fact reported late is never
 * refused for the state: it is flagged.
 */
export function decidePermit(permit: PermitFacts, act: PermitAct, at: PermitSituation): Result<PermitChange, AppError> {
  const row = PERMIT_TRANSITIONS[act.name]
  if (at.late && !row.offline) return no('illegal-transition', 'online-only')
  if (!at.holds(row.permission)) return no('forbidden', 'not-now', { status: permit.status })
  if (row.by === 'issuer' && at.personId === permit.performerId) return no('forbidden', 'issuer-performs')
  if (row.by === 'performer' && at.personId !== permit.performerId) return no('forbidden', 'performer-only')
  const impossible = !row.from.includes(permit.status)
  if (impossible && !at.late) return no('illegal-transition', 'not-now', { status: permit.status })
  const made = change(permit, act, at)
  if (!made.ok) return made
  // What comes late never takes back what was done since.
  const moved = impossible || row.to === 'same' ? permit.status : row.to
  return ok({ ...made.value, status: afterTests(moved, permit, made.value.gasTests, at.done), flagged: impossible ? 'not-now' : null })
}
