import { describe, expect, it } from 'vitest'
import { hasSomething, shownValue, type Plan } from './plan.ts'

const plan = (...changes: Plan[number]['change'][]): Plan => changes.map((change, index) => ({ name: `Rule ${index}`, change, fields: [], tests: [] }))

describe('hasSomething', () => {
  it.each<[string, Plan, boolean]>([
    ['nothing', plan(), false], ['all the same', plan('same', 'same'), false], ['one new', plan('same', 'new'), true], ['one changed', plan('changed'), true],
    ['one refused among new ones', plan('new', 'refused'), false],
  ])('%s', (_name, given, expected) => { expect(hasSomething(given)).toBe(expected) })
})

describe('shownValue', () => {
  it.each([[null, '–'], [42, '42'], ['above', 'above'], [[1, 2], '[1,2]'], [{ a: 1 }, '{"a":1}']])('%j', (value, text) => { expect(shownValue(value)).toBe(text) })
  it('cuts what is very long', () => { expect(shownValue('x'.repeat(500)).length).toBeLessThan(170) })
})
