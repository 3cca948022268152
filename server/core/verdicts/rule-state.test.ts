import { expect, test } from 'vitest'
import { ruleStateOf, wholeLife } from './rule-state.ts'

test.each([
  ['draft', null, 'draft'], ['draft', 2, 'shadow'], ['published', null, 'live'], ['published', 3, 'live'], ['retired', null, 'retired'],
])('a rule that is %s with shadow %s is %s', (status, shadowVersion, state) => {
  expect(ruleStateOf({ status, shadowVersion })).toBe(state)
})

test('publications from before turns were kept are told by the versions', () => {
  const kept = [{ type: 'published', at: 30, versionId: 'v3' }, { type: 'retired', at: 40, versionId: 'v3' }] as const
  const versions = [{ id: 'v1', publishedAt: 10 }, { id: 'v2', publishedAt: null }, { id: 'v3', publishedAt: 30 }]
  expect(wholeLife(kept, versions).map(({ type, at, versionId }) => `${type} ${versionId} ${at}`)).toEqual(['published v1 10', 'published v3 30', 'retired v3 40'])
})
