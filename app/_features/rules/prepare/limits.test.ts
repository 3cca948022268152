import { describe, expect, it } from 'vitest'
import { newDefinition } from './change.ts'
import { gateAsk, OWN_STATES, statePoints, whyNothing, withCandidate } from './limits.ts'

const none = { limit: null, clear: null, low: null, high: null, gate: null }
const rule = newDefinition(['temp'], 'above', 80)
const vocabulary = { points: ['temp', 'speed'].map((code) => ({ code, name: code, unit: '' })), failureModes: [] }

describe('a proposal in the draft', () => {
  it('says limit, clear limit and delay, and nothing else of the rule', () => {
    expect(withCandidate(rule, { proposal: { ...none, limit: 66, clear: 60 }, forMs: 900_000 })).toEqual({ ...rule, limit: 66, clear: 60, forMs: 900_000 })
  })
  it('brings its bands, and takes the place of a count of readings', () => {
    const gate = { point: 'speed', bands: [{ from: 0, to: 50, limit: 60, clear: null }, { from: 50, to: 90, limit: 75, clear: 70 }] }
    const counted = { ...rule, hold: { kind: 'samples' as const, n: 3, of: 5 } }
    expect(withCandidate(counted, { proposal: { ...none, gate }, forMs: 0 })).toMatchObject({ limit: null, gate, hold: null, forMs: 0 })
  })
  it('keeps further levels that are still worse, and leaves out those that are not', () => {
    const level = { limit: 90, factor: null, clear: null, forMs: 0, priority: 2 as const }
    const severe = { ...rule, ladder: [level] }
    expect(withCandidate(severe, { proposal: { ...none, limit: 66 }, forMs: 0 }).ladder).toEqual([level])
    expect(withCandidate(severe, { proposal: { ...none, limit: 95 }, forMs: 0 }).ladder).toEqual([])
  })
})

describe('what is asked', () => {
  it('may tell the state by any other point, except for a rule with two limits', () => {
    expect(statePoints(rule, vocabulary).map(({ code }) => code)).toEqual(['speed'])
    expect(statePoints({ ...rule, direction: 'outside' }, vocabulary)).toEqual([])
  })
  it('is for the rule’s own bands unless a point is chosen', () => {
    expect(gateAsk(OWN_STATES, 3)).toBeNull()
    expect(gateAsk('speed', 4)).toEqual({ code: 'speed', bands: 4 })
  })
  it('comes to nothing with too few readings, or values that are all the same', () => {
    expect(whyNothing({ states: [], candidates: [] })).toBe('too-little')
    const [state] = [{ band: null, statistics: { n: 100, lowest: 1, highest: 1, mad: 0, p001: 1, p01: 1, p05: 1, median: 1, p95: 1, p99: 1, p999: 1 } }]
    expect(whyNothing({ states: [state], candidates: [] })).toBe('no-spread')
  })
})
