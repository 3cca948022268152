import { expect, test } from 'vitest'
import { bestMatches } from './find-asset.ts'
import type { TabletAsset } from './types.ts'

const asset = (tag: string, name: string): TabletAsset => ({ id: tag, parentId: null, siteId: 's', tag, name, level: 'machine', criticality: 'B', className: null })
const PLANT = [asset('P-30', 'Pumpe'), asset('P-301A', 'Water pump'), asset('HP-30', 'Press'), asset('CT-301', 'Kühlturm')]

test.each([
  ['p-30', ['P-30', 'P-301A', 'HP-30']], ['  CT-301 ', ['CT-301']], ['pump', ['P-30', 'P-301A']], ['kuhl', ['CT-301']], ['x', []], ['', []],
])('"%s" finds %j', (text, tags) => expect(bestMatches(PLANT, text).map(({ tag }) => tag)).toEqual(tags))

test('a short text finds no more than a screen holds', () => {
  expect(bestMatches(Array.from({ length: 40 }, (_, i) => asset(`M-${i}`, 'Machine')), 'm')).toHaveLength(12)
})
