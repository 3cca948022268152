import { expect, test } from 'vitest'
import { bestMatches, exactMatches } from './find-asset.ts'
import type { TabletAsset } from './types.ts'

const asset = (tag: string, name: string): TabletAsset => ({ id: tag, parentId: null, siteId: 's', tag, name, level: 'machine', criticality: 'B', className: null })
const PLANT = [asset('P-30', 'Pumpe'), asset('P-301A', 'Water pump'), asset('HP-30', 'Press'), asset('CT-301', 'Kühlturm')]

test.each([
  ['p-30', ['P-30', 'P-301A', 'HP-30']], ['  CT-301 ', ['CT-301']], ['pump', ['P-30', 'P-301A']], ['kuhl', ['CT-301']], ['x', []], ['', []],
])('"%s" finds %j', (text, tags) => expect(bestMatches(PLANT, text).map(({ tag }) => tag)).toEqual(tags))

test('a short text finds no more than a screen holds', () => {
  expect(bestMatches(Array.from({ length: 40 }, (_, i) => asset(`M-${i}`, 'Machine')), 'm')).toHaveLength(12)
})

test.each([
  ['the deep link of any host', 'https://old-host:3000/m/a/CT-301', ['CT-301']], ['the tag in small letters', 'ct-301', ['CT-301']], ['the tag with spaces', 'P - 301A', ['P-301A']],
  ['a scanner with the wrong keys', 'CTß301', ['CT-301']], ['a part of a tag', 'P-3', []], ['an order', 'WO-000030', []], ['a part that has the tag as its number', '/m/p/CT-301', []],
])('a code names exactly one position: %s', (_, text, tags) => expect(exactMatches(PLANT, text).map(({ tag }) => tag)).toEqual(tags))

test('a tag that two sites have names both', () => {
  const both = [asset('P-1', 'Pump'), { ...asset('P-1', 'Pump'), id: 'other', siteId: 'elsewhere' }]
  expect(exactMatches(both, 'p-1')).toEqual(both)
})
