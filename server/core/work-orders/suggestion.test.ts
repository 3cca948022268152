import { describe, expect, test } from 'vitest'
import { suggestFindings } from './suggestion.ts'

const blades = { itemCode: 'BLADES', activityCode: 'clean' }
const belt = { itemCode: 'BELT', activityCode: 'replace' }

describe('suggestFindings', () => {
  test.each([
    ['earlier cases know best', belt, blades, ['BELT', 'BLADES'], { ...belt, from: 'cases' }],
    ['the first case of its kind: what the class says', null, blades, ['BELT', 'BLADES'], { ...blades, from: 'class' }],
    ['what earlier cases left out comes from the class', { itemCode: 'BELT', activityCode: null }, blades, ['BELT', 'BLADES'], { itemCode: 'BELT', activityCode: 'clean', from: 'cases' }],
    ['a class of one item has no other', null, null, ['PUMP'], { itemCode: 'PUMP', activityCode: null, from: 'class' }],
    ['nothing is made up', null, { itemCode: null, activityCode: null }, ['BELT', 'BLADES'], { itemCode: null, activityCode: null, from: null }],
    ['a class without items', null, null, [], { itemCode: null, activityCode: null, from: null }],
  ])('%s', (_name, earlier, usual, items, expected) => {
    expect(suggestFindings(earlier, usual, items)).toEqual(expected)
  })
})
