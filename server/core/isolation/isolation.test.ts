import { describe, expect, test } from 'vitest'
import { check, checkIsolatedTask, isRepeated } from './check.ts'
import type { IsolationAct, IsolationEvent } from './events.ts'
import { EMPTY_PLAN, planContent, planGap, type PlanContent } from './plan.ts'
import { FRESH, stateAt, stateOf } from './state.ts'
import { stepsOf } from './steps.ts'

const PLAN: PlanContent = planContent.parse({
  prepare: 'Tell the shift', told: ['Shift lead'], stop: 'Stop at the panel', tryStart: 'Press start',
  energies: [
    { id: 'main', type: 'electrical', magnitude: '400 V', device: '-Q1', location: 'Cabinet', zero: 'Two-pole tester' },
    { id: 'oil', type: 'hydraulic', magnitude: '210 bar', device: 'Valve V3', location: 'Block', zero: 'Gauge at 0 bar', stored: { what: 'Accumulator', release: 'Open V7' } },
  ],
})
const TOM = '00000000-0000-7000-8000-00000000000a'
const SUE = '00000000-0000-7000-8000-00000000000b'
const PAT = '00000000-0000-7000-8000-00000000000c'

let no = 0
const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 8, minute))
const did = (minute: number, act: IsolationAct, personId = TOM, late = false): IsolationEvent => ({ ...act, id: String(no++), at: at(minute), personId, late })
const step = (stepId: string): IsolationAct => ({ type: 'step-confirmed', data: { stepId } })
const on: IsolationAct = { type: 'lock-on', data: { lock: '17' } }
const off: IsolationAct = { type: 'lock-off', data: {} }
const clear = { toolsClear: true, peopleTold: true } as const
const lift: IsolationAct = { type: 'lifted', data: { reason: 'test run', ...clear } }
const restore: IsolationAct = { type: 'restored', data: {} }
const end: IsolationAct = { type: 'ended', data: clear }
const removed: IsolationAct = { type: 'lock-removed', data: { ownerId: TOM, witnessId: PAT, reason: 'went home' } }

const ids = stepsOf(PLAN).map(({ id }) => id)
/** Everything up to a verified isolation, from a minute on. */
const isolated = (minute = 0, late = false): IsolationEvent[] => [
  ...ids.slice(0, 6).map((id) => did(minute, step(id), TOM, late)), did(minute + 1, on, TOM, late), ...ids.slice(6).map((id) => did(minute + 2, step(id), TOM, late)),
]
const stands = (...events: IsolationEvent[]) => stateOf(PLAN, events)

describe('the steps of a plan', () => {
  test('come in the order of the law, released only where something is stored', () => {
    expect(ids).toEqual(['prepare', 'stop', 'isolate:main', 'isolate:oil', 'lock:main', 'lock:oil', 'release:oil', 'verify:main', 'verify:oil', 'try-start'])
  })

  const NOBODY: string[] = []
  test.each<[string, PlanContent, string | null]>([
    ['what is prepared', { ...PLAN, prepare: '' }, 'prepare'], ['who is told', { ...PLAN, told: NOBODY }, 'told'], ['how it stops', { ...PLAN, stop: '' }, 'stop'],
    ['any energy', { ...PLAN, energies: [] }, 'energies'], ['energies apart', { ...PLAN, energies: [...PLAN.energies, ...PLAN.energies] }, 'energy-twice'],
    ['how a start is tried', { ...PLAN, tryStart: '' }, 'tryStart'], ['nothing', PLAN, null], ['everything', EMPTY_PLAN, 'prepare'],
  ])('a plan that lacks %s', (_name, plan, gap) => { expect(planGap(plan)).toBe(gap) })
})

describe('how an isolation stands', () => {
  test.each([
    ['nothing was done', [], 'isolating', 0],
    ['the steps are confirmed and a lock is on', isolated(), 'isolated', 1],
    ['a second person joins', [...isolated(), did(9, on, SUE)], 'isolated', 2],
    ['one of two takes his lock off', [...isolated(), did(9, on, SUE), did(10, off)], 'isolated', 1],
    ['the last lock comes off', [...isolated(), did(10, off)], 'isolating', 0],
    ['a lock comes back without verifying again', [...isolated(), did(10, off), did(11, on, SUE)], 'isolating', 1],
    ['it is verified again', [...isolated(), did(10, off), did(11, on, SUE), ...ids.slice(7).map((id) => did(12, step(id)))], 'isolated', 1],
    ['it is lifted for a test run', [...isolated(), did(10, off), did(11, lift)], 'lifted', 0],
    ['it is restored', [...isolated(), did(10, off), did(11, lift), did(20, restore)], 'isolating', 0],
    ['it is isolated again after the test run', [...isolated(), did(10, off), did(11, lift), did(20, restore), ...isolated(21)], 'isolated', 1],
    ['it is over', [...isolated(), did(10, off), did(11, end)], 'ended', 0],
    ['another\'s lock was removed', [...isolated(), did(10, removed, SUE)], 'isolating', 0],
  ] as const)('when %s', (_name, events, phase, locks) => {
    const state = stands(...events)
    expect([state.phase, state.locks.length, state.flags]).toEqual([phase, locks, []])
  })

  test('restoring begins a new round with every step open', () => {
    const state = stands(...isolated(), did(10, off), did(11, lift), did(20, restore))
    expect([state.round, state.confirmed.size]).toEqual([2, 0])
  })

  test('is the same in whatever order the events arrive, and can be asked for any time', () => {
    const events = [...isolated(), did(10, on, SUE), did(12, off)]
    expect(stands(...events.toReversed())).toMatchObject({ phase: 'isolated', locks: [{ personId: SUE }] })
    expect(stateAt(PLAN, events, at(1)).phase).toBe('isolating')
    expect(stateAt(PLAN, events, at(11)).locks).toHaveLength(2)
  })

  test('what was done offline stands as it was done, and is flagged where it would have been refused', () => {
    const early = stands(did(0, on, TOM, true))
    expect(early).toMatchObject({ phase: 'isolating', locks: [{ personId: TOM, since: at(0) }], flags: [{ type: 'lock-on', refusal: { says: 'isolate-first' } }] })
    // The steps that somebody else did before it arrive later: nothing is left to look at.
    expect(stands(did(5, on, TOM, true), ...ids.slice(0, 4).map((id) => did(1, step(id), SUE, true))).flags).toEqual([])
  })

  test('a lock that was on when the isolation was ended without knowing of it is still on', () => {
    const state = stands(...isolated(), did(10, off), did(12, end), did(9, on, SUE, true))
    expect(state).toMatchObject({ phase: 'ended', locks: [{ personId: SUE }], flags: [{ type: 'ended', refusal: { says: 'locks-on', params: { count: 1 } } }] })
    expect(check(state, PLAN, off, SUE)).toBeNull()
    expect(stands(...isolated(), did(10, off), did(12, end), did(9, on, SUE, true), did(13, off, SUE)).locks).toEqual([])
  })

  test('nothing that comes late takes back the end', () => {
    expect(stands(...isolated(), did(10, off), did(12, end), did(13, restore, TOM, true), did(14, lift, TOM, true)).phase).toBe('ended')
  })
})

describe('what may be done to an isolation', () => {
  const verified = stands(...isolated())
  const unlocked = stands(...isolated(), did(10, off))
  const lifted = stands(...isolated(), did(10, off), did(11, lift))
  const over = stands(...isolated(), did(10, off), did(11, end))
  const cutOff = stands(...ids.slice(0, 4).map((id) => did(0, step(id))))
  test.each([
    ['the first step', FRESH, step('prepare'), TOM, null],
    ['a step out of turn', FRESH, step('isolate:main'), TOM, 'earlier-first'],
    ['a step that is not in the plan', FRESH, step('isolate:steam'), TOM, 'no-such-step'],
    ['a lock before everything is cut off', FRESH, on, TOM, 'isolate-first'],
    ['a lock once everything is cut off', cutOff, on, SUE, null],
    ['verifying without any lock', stands(...ids.slice(0, 7).map((id) => did(0, step(id)))), step('verify:main'), TOM, 'lock-first'],
    ['taking off a lock that is not there', verified, off, SUE, 'no-lock-of-yours'],
    ['taking off one\'s own', verified, off, TOM, null],
    ['removing another\'s lock', verified, removed, SUE, null],
    ['removing one\'s own as another\'s', verified, removed, TOM, 'take-off-yourself'],
    ['removing with oneself as the witness', verified, { type: 'lock-removed', data: { ownerId: TOM, witnessId: SUE, reason: 'gone' } }, SUE, 'witness'],
    ['removing with the owner as the witness', verified, { type: 'lock-removed', data: { ownerId: TOM, witnessId: TOM, reason: 'gone' } }, SUE, 'witness'],
    ['removing a lock that is not on', unlocked, removed, SUE, 'no-lock-of-theirs'],
    ['lifting under a lock', verified, lift, TOM, 'locks-on'],
    ['lifting without locks', unlocked, lift, TOM, null],
    ['lifting twice', lifted, lift, TOM, 'lifted-already'],
    ['a step while lifted', lifted, step('stop'), TOM, 'restore-first'],
    ['a lock while lifted', lifted, on, TOM, 'restore-first'],
    ['restoring', lifted, restore, TOM, null],
    ['restoring what is not lifted', verified, restore, TOM, 'not-lifted'],
    ['ending under a lock', verified, end, TOM, 'locks-on'],
    ['ending without locks', unlocked, end, TOM, null],
    ['ending after a good test run', lifted, end, TOM, null],
    ['a lock after the end', over, on, TOM, 'over'],
    ['ending twice', over, end, TOM, 'over'],
  ] as const)('%s', (_name, state, act, person, says) => { expect(check(state, PLAN, act, person)?.says ?? null).toBe(says) })

  test.each([
    ['a confirmed step', verified, step('stop'), TOM, true], ['an open step', FRESH, step('stop'), TOM, false], ['one\'s own lock', verified, on, TOM, true],
    ['another\'s lock', verified, on, SUE, false], ['a lock after the end', over, on, TOM, false],
  ] as const)('%s again changes nothing or something', (_name, state, act, person, expected) => { expect(isRepeated(state, act, person)).toBe(expected) })

  test.each([
    ['without an isolation', null, TOM, 'task-not-isolated'], ['after it', over, TOM, 'task-not-isolated'], ['while it is made', FRESH, TOM, 'task-not-verified'],
    ['while it is lifted', lifted, TOM, 'task-lifted'], ['with one\'s own lock', verified, TOM, null], ['with another\'s lock only', verified, SUE, 'task-own-lock'],
    ['as nobody', verified, null, 'task-own-lock'],
  ] as const)('a step that is marked "isolated" %s', (_name, state, person, says) => { expect(checkIsolatedTask(state, person)?.says ?? null).toBe(says) })
})
