import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE_MS } from '../kernel/time.ts'
import { callEnd, nextStep, type CalledBefore, type Reach } from './escalate.ts'

const link = (personId: string, stepMinutes = 10) => ({ personId, rosterId: 'r', stepMinutes })
const REACH: Reach = { chain: [link('tom', 5), link('ali')], supervisors: ['sue', 'sid'], others: [['ann']] }
const before = (...steps: [string, CalledBefore['as'], number][]): CalledBefore[] => steps.map(([personId, as, round]) => ({ personId, as, round }))

describe('nextStep', () => {
  it.each<[string, CalledBefore[], Reach, readonly string[], string, number, number]>([
    ['the first', [], REACH, ['tom'], 'on-call', 1, 5],
    ['the second', before(['tom', 'on-call', 1]), REACH, ['ali'], 'on-call', 1, 10],
    ['every supervisor after the last', before(['tom', 'on-call', 1], ['ali', 'on-call', 1]), REACH, ['sue', 'sid'], 'supervisor', 1, 5],
    ['from the beginning', before(['tom', 'on-call', 1], ['ali', 'on-call', 1], ['sue', 'supervisor', 1], ['sid', 'supervisor', 1]), REACH, ['tom'], 'on-call', 2, 5],
    ['the second of the second round', before(['tom', 'on-call', 1], ['sue', 'supervisor', 1], ['tom', 'on-call', 2]), REACH, ['ali'], 'on-call', 2, 10],
    ['supervisors at once where nobody is on call', [], { ...REACH, chain: [] }, ['sue', 'sid'], 'supervisor', 1, 10],
    ['supervisors again', before(['sue', 'supervisor', 1]), { ...REACH, chain: [] }, ['sue', 'sid'], 'supervisor', 2, 10],
    ['somebody who came on call meanwhile', before(['sue', 'supervisor', 1]), REACH, ['tom'], 'on-call', 2, 5],
    ['anybody else where there is no supervisor', [], { chain: [], supervisors: [], others: [[], ['ann', 'bob']] }, ['ann', 'bob'], 'anybody', 1, 10],
    ['the roster again where there is nobody else', before(['tom', 'on-call', 1], ['ali', 'on-call', 1]), { ...REACH, supervisors: [], others: [] }, ['tom'], 'on-call', 2, 5],
    ['who has gone off call is left out', before(['tom', 'on-call', 1]), { ...REACH, chain: [link('tom')] }, ['sue', 'sid'], 'supervisor', 1, 10],
  ])('%s', (_, called, reach, personIds, as, round, minutes) => {
    expect(nextStep(called, reach, 1000)).toEqual({ personIds, as, round, nextAt: 1000 + minutes * MINUTE_MS })
  })

  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
  it('always ends in a person, whoever is there; nobody of the roster is called twice in a round, and everybody in reach in each', () => {
    fc.assert(fc.property(ids, ids, ids, fc.integer({ min: 1, max: 30 }), (chain, supervisors, others, steps) => {
      fc.pre(chain.length + supervisors.length + others.length > 0)
      const reach = { chain: chain.map((id) => link(id)), supervisors, others: [others] }
      const called: CalledBefore[] = []
      for (let i = 0; i < steps; i += 1) {
        const step = nextStep(called, reach, i)
        if (!step) throw new Error('nobody is called although somebody is there')
        expect(step.personIds.length).toBeGreaterThan(0)
        expect(step.nextAt).toBeGreaterThan(i)
        called.push(...step.personIds.map((personId) => ({ personId, as: step.as, round: step.round })))
      }
      const rounds = Map.groupBy(called, ({ round }) => round)
      const last = Math.max(...rounds.keys())
      for (const [round, people] of rounds) {
        const onCall = people.filter(({ as }) => as === 'on-call').map(({ personId }) => personId)
        expect(new Set(onCall).size).toBe(onCall.length)
        if (round < last) expect(new Set(people.map(({ personId }) => personId))).toEqual(new Set([...chain, ...(supervisors.length > 0 ? supervisors : others)]))
      }
    }))
  })

  it('has nobody to call only where there is nobody', () => {
    expect(nextStep([], { chain: [], supervisors: [], others: [[], []] }, 0)).toBeNull()
  })
})

describe('callEnd', () => {
  const standing = { exists: true, active: true, mayCall: true, takenBy: null }
  it.each([
    ['still needed', standing, null],
    ['taken otherwise', { ...standing, takenBy: 'tom' }, { state: 'accepted', by: 'tom' }],
    ['taken, then over', { ...standing, active: false, takenBy: 'tom' }, { state: 'accepted', by: 'tom' }],
    ['over', { ...standing, active: false }, { state: 'over' }],
    ['shelved', { ...standing, mayCall: false }, { state: 'withdrawn' }],
    ['gone', { ...standing, exists: false }, { state: 'withdrawn' }],
  ])('%s', (_, subject, expected) => {
    expect(callEnd(subject)).toEqual(expected)
  })
})
