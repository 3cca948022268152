import { describe, expect, it } from 'vitest'
import { callChain, needsCall, rostersFor, type CallRoster, type Place } from './chain.ts'

const roster = (name: string, more: Partial<CallRoster> & { who?: readonly string[] } = {}): CallRoster => {
  const { who = [name], ...rest } = more
  return {
    id: name, name, areaId: null, skillId: null, stepMinutes: 10, callFrom: 2, zone: 'UTC', rotationWeeks: 1, rotationStart: 0, exceptions: [],
    shifts: who.map((personId, index) => ({ personId, position: index + 1, week: 0, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 0 })),
    ...rest,
  }
}

const FAN: Place = { path: ['fan', 'line', 'area'], skills: [] }
const ELECTRIC: Place = { ...FAN, skills: ['electric'] }
const ROSTERS = [
  roster('site'), roster('area', { areaId: 'area' }), roster('line', { areaId: 'line' }), roster('other', { areaId: 'elsewhere' }),
  roster('site-electric', { skillId: 'electric' }), roster('area-mechanic', { areaId: 'area', skillId: 'mechanic' }), roster('area-electric', { areaId: 'area', skillId: 'electric' }),
]

describe('rostersFor', () => {
  it.each([
    ['where the skill is not known, the nearest area', FAN, ['line', 'area', 'area-electric', 'area-mechanic', 'site', 'site-electric']],
    ['the skill that is needed, and other skills only at the end', ELECTRIC, ['line', 'area-electric', 'area', 'site-electric', 'site', 'area-mechanic']],
    ['another area', { path: ['elsewhere'], skills: [] }, ['other', 'site', 'site-electric']],
    ['no area known', { path: [], skills: [] }, ['site', 'site-electric']],
  ])('%s', (_, place, expected) => {
    expect(rostersFor(ROSTERS, place).map(({ name }) => name)).toEqual(expected)
  })
})

describe('callChain', () => {
  const everybody = { isActive: () => true, skillsOf: () => [], areasOf: () => [] }
  it('calls nobody twice', () => {
    const chain = callChain([roster('line', { areaId: 'line', who: ['tom', 'ali'], stepMinutes: 5 }), roster('site', { who: ['ali', 'eva'] })], FAN, 0, everybody)
    expect(chain.map(({ personId, stepMinutes }) => [personId, stepMinutes])).toEqual([['tom', 5], ['ali', 5], ['eva', 10]])
  })

  it('leaves out who is not there any more', () => {
    expect(callChain([roster('site', { who: ['tom', 'ali'] })], FAN, 0, { ...everybody, isActive: (id) => id !== 'tom' }).map(({ personId }) => personId)).toEqual(['ali'])
  })

  it('lets those with the skill come first in a roster of no skill', () => {
    const chain = callChain([roster('site', { who: ['tom', 'ali', 'eva'] })], ELECTRIC, 0, { ...everybody, skillsOf: (id) => (id === 'eva' ? ['electric'] : []) })
    expect(chain.map(({ personId }) => personId)).toEqual(['eva', 'tom', 'ali'])
  })

  it.each([
    ['the whole site', {}, ['ali', 'tom', 'eva']],
    ['the area itself, where all of them know it', { areaId: 'area' }, ['tom', 'ali', 'eva']],
  ])('lets those who know the place come first in a roster of %s', (_, more, expected) => {
    const chain = callChain([roster('r', { who: ['tom', 'ali', 'eva'], ...more })], FAN, 0, { ...everybody, areasOf: (id) => (id === 'ali' ? ['area'] : ['elsewhere']) })
    expect(chain.map(({ personId }) => personId)).toEqual(expected)
  })

  it('asks for the skill before the place', () => {
    const people = { ...everybody, skillsOf: (id: string) => (id === 'eva' || id === 'mia' ? ['electric'] : []), areasOf: (id: string) => (id === 'ali' || id === 'mia' ? ['line'] : []) }
    expect(callChain([roster('site', { who: ['tom', 'ali', 'eva', 'mia'] })], ELECTRIC, 0, people).map(({ personId }) => personId)).toEqual(['mia', 'eva', 'ali', 'tom'])
  })
})

describe('needsCall', () => {
  it.each([
    ['the highest without any roster', [], { priority: 1, safety: false }, true],
    ['high without any roster', [], { priority: 2, safety: false }, false],
    ['low, but safety', [], { priority: 4, safety: true }, true],
    ['high where a roster wants it', [roster('site')], { priority: 2, safety: false }, true],
    ['medium where no roster wants it', [roster('site')], { priority: 3, safety: false }, false],
    ['medium where the area wants it', [roster('site'), roster('line', { areaId: 'line', callFrom: 3 })], { priority: 3, safety: false }, true],
    ['medium where only another area wants it', [roster('other', { areaId: 'elsewhere', callFrom: 3 })], { priority: 3, safety: false }, false],
    ['the highest where the roster wants none', [roster('site', { callFrom: 0 })], { priority: 1, safety: false }, true],
  ])('%s', (_, rosters, what, expected) => {
    expect(needsCall(rosters, FAN, what)).toBe(expected)
  })
})
