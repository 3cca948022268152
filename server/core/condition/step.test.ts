import { describe, expect, it } from 'vitest'
import { compileOne, instanceOf } from './fixtures.ts'
import { NORMAL } from './state.ts'
import type { RuleState } from './state.ts'
import { step } from './step.ts'
import type { StepInput } from './step.ts'

const rule = instanceOf({ limit: 10, clear: 8, forMs: 5000, keepFiringMs: 3000 })
const atOnce = instanceOf({ limit: 10, clear: 8 })
const T = 100_000
const reading = (kind: 'true' | 'between' | 'clear' | 'unknown'): StepInput => ({
  t: T, value: 42, gateValue: 7, verdict: kind === 'true' ? 'true' : kind === 'unknown' ? 'unknown' : 'false',
  clear: kind === 'clear', limit: kind === 'unknown' ? null : 10,
})
const state = (over: Partial<RuleState>): RuleState => ({ ...NORMAL, at: 90_000, ...over })
const pending = state({ phase: 'pending', since: 97_000, limit: 10, gateValue: 7 })
const stopped = state({ phase: 'pending', since: null, limit: 10, gateValue: 7 })
const firing = state({ phase: 'firing', limit: 10 })
const keep = state({ phase: 'keep-firing', clearedAt: 98_000 })
const keepStopped = state({ phase: 'keep-firing', clearedAt: null })

describe('step', () => {
  // [name, from, input, rule, phase, own fields, reasons]
  it.each([
    ['normal, breach: pending', NORMAL, 'true', rule, { phase: 'pending', since: T, limit: 10, gateValue: 7, at: T }, ['breach']],
    ['normal, breach without a duration: firing at once', NORMAL, 'true', atOnce, { phase: 'firing', limit: 10, at: T }, ['breach']],
    ['normal, between the limits: normal', NORMAL, 'between', rule, { phase: 'normal' }, []],
    ['normal, clear: normal', NORMAL, 'clear', rule, { phase: 'normal' }, []],
    ['normal, unknown: normal', NORMAL, 'unknown', rule, { phase: 'normal' }, []],
    ['pending, breach: goes on from its start', pending, 'true', rule, { phase: 'pending', since: 97_000 }, []],
    ['pending, between the limits: normal', pending, 'between', rule, { phase: 'normal', since: null, limit: null, at: T }, ['back-in-limits']],
    ['pending, clear: normal', pending, 'clear', rule, { phase: 'normal', since: null, at: T }, ['back-in-limits']],
    ['pending, unknown: the held clock stands still', pending, 'unknown', rule, { phase: 'pending', since: null, at: 90_000 }, []],
    ['pending with the clock standing, breach: it starts anew', stopped, 'true', rule, { phase: 'pending', since: T }, []],
    ['pending with the clock standing, unknown: holds', stopped, 'unknown', rule, { phase: 'pending', since: null }, []],
    ['pending with the clock standing, back in limits: normal', stopped, 'between', rule, { phase: 'normal' }, ['back-in-limits']],
    ['firing, breach: firing', firing, 'true', rule, { phase: 'firing' }, []],
    ['firing, between the limits: firing', firing, 'between', rule, { phase: 'firing' }, []],
    ['firing, unknown: firing', firing, 'unknown', rule, { phase: 'firing' }, []],
    ['firing, clear: keep-firing', firing, 'clear', rule, { phase: 'keep-firing', clearedAt: T, at: T }, ['cleared']],
    ['firing, clear, nothing to keep: normal', firing, 'clear', atOnce, { phase: 'normal', at: T }, ['cleared']],
    ['keep-firing, breach: firing again', keep, 'true', rule, { phase: 'firing', clearedAt: null, at: T }, ['breach-again']],
    ['keep-firing, between the limits: the clock goes on', keep, 'between', rule, { phase: 'keep-firing', clearedAt: 98_000 }, []],
    ['keep-firing, clear: the clock goes on', keep, 'clear', rule, { phase: 'keep-firing', clearedAt: 98_000 }, []],
    ['keep-firing, unknown: the clock stands still', keep, 'unknown', rule, { phase: 'keep-firing', clearedAt: null }, []],
    ['keep-firing with the clock standing, clear: it starts anew', keepStopped, 'clear', rule, { phase: 'keep-firing', clearedAt: T }, []],
    ['keep-firing with the clock standing, between: it stands', keepStopped, 'between', rule, { phase: 'keep-firing', clearedAt: null }, []],
    ['no-data, good data: normal', state({ phase: 'no-data', before: 'normal' }), 'clear', rule, { phase: 'normal', before: null }, ['data-returned']],
    ['no-data, breach: pending from normal', state({ phase: 'no-data', before: 'normal' }), 'true', rule, { phase: 'pending', since: T }, ['data-returned', 'breach']],
    ['no-data after firing, breach: firing goes on', state({ phase: 'no-data', before: 'firing' }), 'true', rule, { phase: 'firing' }, ['data-returned']],
    ['no-data after firing, clear: keep-firing', state({ phase: 'no-data', before: 'firing' }), 'clear', rule, { phase: 'keep-firing', clearedAt: T }, ['data-returned', 'cleared']],
    ['no-data after firing, unknown: firing holds', state({ phase: 'no-data', before: 'firing' }), 'unknown', rule, { phase: 'firing' }, ['data-returned']],
    ['no-data after keep-firing, clear: the clock starts anew', state({ phase: 'no-data', before: 'keep-firing' }), 'clear', rule, { phase: 'keep-firing', clearedAt: T }, ['data-returned']],
    ['error, repaired: judged from normal', state({ phase: 'error' }), 'true', rule, { phase: 'pending', since: T }, ['repaired', 'breach']],
  ] as const)('%s', (_name, from, kind, by, expected, reasons) => {
    const moved = step(from, by, reading(kind))
    expect(moved.state).toMatchObject(expected)
    expect(moved.transitions.map((one) => one.reason)).toEqual(reasons)
    if (reasons.length === 0 && JSON.stringify(moved.state) === JSON.stringify(from)) expect(moved.state).toBe(from)
  })

  it('describes a transition with what decided it', () => {
    expect(step(NORMAL, rule, reading('true')).transitions).toEqual([
      { at: T, from: 'normal', to: 'pending', reason: 'breach', value: 42, limit: 10, gateValue: 7 },
    ])
  })

  it('takes over the limit of another band without interrupting pending', () => {
    const moved = step(pending, rule, { ...reading('true'), limit: 0.5, gateValue: 80 })
    expect(moved).toEqual({ state: { ...pending, limit: 0.5, gateValue: 80 }, transitions: [] })
  })

  it('never dates a change before the one that a tick already made', () => {
    const moved = step({ ...firing, at: T + 5 }, atOnce, reading('clear'))
    expect(moved.transitions.map((one) => one.at)).toEqual([T + 5])
  })

  it('keeps what is known of the warm-up through every change', () => {
    expect(step({ ...NORMAL, runningSince: 5 }, rule, reading('true')).state.runningSince).toBe(5)
  })

  describe('of a gated rule on an asset without the gate point', () => {
    const lost = compileOne({ ruleId: 'R', ruleVersionId: 'V', definition: instanceOf({ gate: { point: 'speed', bands: [{ from: 0, to: 1, limit: 1 }] } }).definition },
      { no: 1, assetId: 'A', stalenessMs: 10_000 }, null)

    it.each([
      ['normal', NORMAL, 'error', ['gate-point-missing']],
      ['pending', pending, 'error', ['gate-point-missing']],
      ['error', state({ phase: 'error' }), 'error', []],
      ['firing holds', firing, 'firing', []],
      ['keep-firing holds', keep, 'keep-firing', []],
    ] as const)('%s', (_name, from, phase, reasons) => {
      const moved = step(from, lost, reading('unknown'))
      expect(moved.state.phase).toBe(phase)
      expect(moved.transitions.map((one) => one.reason)).toEqual(reasons)
    })
  })
})
