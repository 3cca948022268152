import { describe, expect, it } from 'vitest'
import { advance, nextDue } from './advance.ts'
import type { Surroundings } from './advance.ts'
import { instanceOf } from './fixtures.ts'
import { NOWHERE } from './lane.ts'
import { NORMAL } from './state.ts'
import type { RuleState } from './state.ts'

const anywhere = NOWHERE
const state = (over: Partial<RuleState>): RuleState => ({ ...NORMAL, at: 0, ...over })
const pending = state({ phase: 'pending', since: 1000, limit: 10 })
const keep = state({ phase: 'keep-firing', clearedAt: 1000 })
const firing = state({ phase: 'firing', limit: 10 })
const rule = instanceOf({ limit: 10, forMs: 5000, keepFiringMs: 5000 }) // staleness 10 s
const slow = instanceOf({ limit: 10, forMs: 20_000, keepFiringMs: 20_000 })
const alerts = instanceOf({ limit: 10, forMs: 5000, keepFiringMs: 5000, noData: { policy: 'alert', afterMs: null } })
const slowAlerts = instanceOf({ limit: 10, forMs: 20_000, noData: { policy: 'alert', afterMs: null } })
const alertsSoon = instanceOf({ limit: 10, forMs: 5000, keepFiringMs: 5000, noData: { policy: 'alert', afterMs: 3000 } })
const okAfter = instanceOf({ limit: 10, forMs: 5000, keepFiringMs: 5000, noData: { policy: 'ok', afterMs: 15_000 } })
const at = (t: number) => ({ t, value: 42 })

describe('advance', () => {
  // [name, from, rule, time of the last value, T, phase, [[at, reason] ...]]
  it.each([
    ['normal stays', NORMAL, rule, 1000, 1e9, 'normal', []],
    ['pending: not yet', pending, rule, 1000, 5999, 'pending', []],
    ['pending: fires at the deadline to the millisecond', pending, rule, 1000, 6000, 'firing', [[6000, 'held']]],
    ['pending: fires at the deadline however late it is seen', pending, rule, 1000, 1e9, 'firing', [[6000, 'held']]],
    ['pending: the value just lasts until the deadline', pending, slow, 11_000, 1e9, 'firing', [[21_000, 'held']]],
    ['pending: the value does not last until the deadline', pending, slow, 10_999, 1e9, 'normal', [[20_999, 'gap']]],
    ['pending: a value at the age of its staleness still counts', pending, slow, 1000, 11_000, 'pending', []],
    ['pending: one millisecond older is a gap', pending, slow, 1000, 11_001, 'normal', [[11_000, 'gap']]],
    ['pending with the clock standing never fires', state({ phase: 'pending' }), rule, 1000, 11_000, 'pending', []],
    ['pending with the clock standing ends in a gap', state({ phase: 'pending' }), rule, 1000, 11_001, 'normal', [[11_000, 'gap']]],
    ['keep-firing: over at its end', keep, rule, 1000, 6000, 'normal', [[6000, 'hold-over']]],
    ['keep-firing: a gap does not clear', keep, slow, 1000, 1e9, 'keep-firing', []],
    ['firing holds through a gap', firing, rule, 1000, 1e9, 'firing', []],
    ['firing and told to alert: no-data after the staleness', firing, alerts, 1000, 1e9, 'no-data', [[11_000, 'no-data']]],
    ['silence as long as allowed is none', firing, alerts, 1000, 11_000, 'firing', []],
    ['normal and told to alert: no-data', NORMAL, alerts, 1000, 11_001, 'no-data', [[11_000, 'no-data']]],
    ['pending and told to alert: fires first, then no-data', pending, alerts, 1000, 1e9, 'no-data', [[6000, 'held'], [11_000, 'no-data']]],
    ['pending, and silence is told when the value is too old: the gap first', pending, slowAlerts, 1000, 1e9, 'no-data', [[11_000, 'gap'], [11_000, 'no-data']]],
    ['pending and told to alert sooner: no-data first', pending, alertsSoon, 1000, 1e9, 'no-data', [[4000, 'no-data']]],
    ['keep-firing and told to alert', keep, alertsSoon, 1000, 1e9, 'no-data', [[4000, 'no-data']]],
    ['firing and told to let go: normal', firing, okAfter, 1000, 16_001, 'normal', [[16_000, 'no-data']]],
    ['firing and told to let go: not yet', firing, okAfter, 1000, 16_000, 'firing', []],
    ['keep-firing and told to let go: over first', keep, okAfter, 1000, 1e9, 'normal', [[6000, 'hold-over']]],
    ['normal and told to let go: nothing to say', NORMAL, okAfter, 1000, 1e9, 'normal', []],
    ['no-data stays', state({ phase: 'no-data', before: 'normal' }), alerts, 1000, 1e9, 'no-data', []],
    ['error stays', state({ phase: 'error' }), alerts, 1000, 1e9, 'error', []],
  ] as const)('%s', (_name, from, by, lastT, T, phase, changes) => {
    const moved = advance(from, by, at(lastT), T, anywhere)
    expect(moved.state.phase).toBe(phase)
    expect(moved.transitions.map((one) => [one.at, one.reason])).toEqual(changes)
  })

  it('does nothing on a point that never had a value', () => {
    expect(advance(NORMAL, alerts, null, 1e9, anywhere)).toEqual({ state: NORMAL, transitions: [] })
  })

  it('restarts the keep-firing clock at the next clear reading after a gap', () => {
    expect(advance(keep, slow, at(1000), 11_001, anywhere)).toEqual({ state: { ...keep, clearedAt: null }, transitions: [] })
  })

  it.each([['firing', firing, 'firing'], ['keep-firing', keep, 'keep-firing'], ['pending', state({ phase: 'pending' }), 'normal'], ['normal', NORMAL, 'normal']] as const)(
    'remembers what no-data came from: %s', (_name, from, before) => {
      expect(advance(from, alertsSoon, at(1000), 4001, anywhere).state).toMatchObject({ phase: 'no-data', before })
    })

  it('fires with the value that lasted and the limit it broke', () => {
    expect(advance(pending, rule, at(1000), 6000, anywhere).transitions).toEqual([
      { at: 6000, from: 'pending', to: 'firing', reason: 'held', value: 42, limit: 10, gateValue: null },
    ])
  })

  describe('of a gated rule', () => {
    const gated = instanceOf({ forMs: 5000, keepFiringMs: 5000, gate: { point: 'speed', bands: [{ from: 50, to: 60, limit: 10 }] } })
    const gate = (value: number | null): Surroundings => ({ ...anywhere, gateAt: () => value })

    it.each([
      ['pending fires while the gate is in a band', pending, 55, 'firing', null],
      ['pending stands still when no band holds the gate', pending, 0, 'pending', null],
      ['pending stands still when the gate is unknown', pending, null, 'pending', null],
      ['keep-firing is over while the gate is in a band', keep, 55, 'normal', null],
      ['keep-firing stands still when the gate is unknown', keep, null, 'keep-firing', null],
    ] as const)('%s', (_name, from, gateValue, phase, clock) => {
      const moved = advance(from, gated, at(1000), 6000, gate(gateValue))
      expect(moved.state).toMatchObject({ phase, since: clock, clearedAt: clock })
    })
  })

  describe('during declared maintenance', () => {
    const worked: Surroundings = { ...anywhere, maintainedUntil: (t) => (t < 50_000 ? 50_000 : null) }

    it('tells silence only after it', () => {
      expect(advance(NORMAL, alerts, at(1000), 50_000, worked).transitions).toEqual([])
      expect(advance(NORMAL, alerts, at(1000), 50_001, worked).transitions.map((one) => [one.at, one.to])).toEqual([[50_000, 'no-data']])
    })

    it('still lets go of a firing at its time', () => {
      expect(advance(firing, okAfter, at(1000), 16_001, worked).state.phase).toBe('normal')
    })
  })
})

describe('nextDue', () => {
  it.each([
    ['nothing', NORMAL, rule, null],
    ['the held clock', pending, rule, { kind: 'held', at: 6000, strict: false }],
    ['a gap before it', pending, slow, { kind: 'gap', at: 11_000, strict: true }],
    ['silence', NORMAL, alerts, { kind: 'no-data', at: 11_000, strict: true }],
    ['the keep-firing clock', keep, rule, { kind: 'held', at: 6000, strict: false }],
  ] as const)('finds %s', (_name, from, by, due) => {
    expect(nextDue(from, by, at(1000), anywhere)).toEqual(due)
  })
})
