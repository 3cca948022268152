import { describe, expect, it } from 'vitest'
import { findAssets } from './find.ts'

const nodes = [{ tag: 'EX-101', name: 'Extruder drive' }, { tag: 'CT-301', name: 'Cooling-tower fan' }, { tag: 'HE-201', name: 'Oil cooler' }]

describe('findAssets', () => {
  it.each([
    ['by tag', 'ct', ['CT-301']],
    ['by words of the name in any order', 'fan cool', ['CT-301']],
    ['tags that begin with the query first', 'e', ['EX-101', 'CT-301', 'HE-201']],
    ['nothing', 'zzz', []],
  ])('%s', (_name, query, tags) => {
    expect(findAssets(nodes, query, 5).map((node) => node.tag)).toEqual(tags)
  })
  it('keeps to the limit', () => {
    expect(findAssets(nodes, '', 2)).toHaveLength(2)
  })
})
