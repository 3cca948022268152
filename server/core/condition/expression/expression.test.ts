import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberOf, truthOf } from './evaluate.ts'
import { parseExpression } from './parse.ts'
import { kindOf, pointsOf } from './tree.ts'
import type { Node } from './tree.ts'

const parsed = (text: string): Node => {
  const result = parseExpression(text)
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}
const VALUES: Readonly<Record<string, number>> = { a: 2, b: 3, c: 10, 'TS-1': 42, zero: 0 }
const lookup = (code: string): number | null => VALUES[code] ?? null

describe('an expression of numbers', () => {
  it.each([
    ['1 + 2 * 3', 7], ['(1 + 2) * 3', 9], ['10 - 2 - 3', 5], ['12 / 2 / 3', 2], ['-a + b', 1], ['- -a', 2], ['2 * -b', -6],
    ['[TS-1] / a', 21], ['min(a, b, c)', 2], ['max(a, b + 10)', 13], ['mean(a, b, c)', 5], ['abs(a - c)', 8], ['sqrt(c + 6)', 4], ['MAX(a, b)', 3],
    ['1.5e3 + a', 1502], ['a/b*3', 2],
  ])('%s is %d', (text, value) => {
    expect(kindOf(parsed(text))).toBe('number')
    expect(numberOf(parsed(text), lookup)).toBeCloseTo(value, 12)
  })

  it.each([['a + unknown'], ['a / zero'], ['zero / zero'], ['sqrt(0 - a)'], ['max(a, unknown)'], ['-unknown']])('%s is not known', (text) => {
    expect(numberOf(parsed(text), lookup)).toBeNull()
  })
})

describe('an expression of comparisons', () => {
  it.each([
    ['a < b', true], ['a > b', false], ['a <= 2', true], ['b >= 4', false], ['a = 2', true], ['a == 2', true], ['a != 2', false], ['a <> 3', true],
    ['a < b and b < c', true], ['a > b or b < c', true], ['not a > b', true], ['not (a < b and b < c)', false], ['a > b or a > c and b < c', false],
    ['NOT a > b AND c > 1', true],
    // Three-valued: what is not known decides nothing, unless the other side decides.
    ['unknown > 1', null], ['unknown > 1 and a > b', false], ['unknown > 1 and a < b', null], ['unknown > 1 or a < b', true], ['unknown > 1 or a > b', null], ['not unknown > 1', null],
  ])('%s is %s', (text, value) => {
    expect(kindOf(parsed(text))).toBe('truth')
    expect(truthOf(parsed(text), lookup)).toBe(value)
  })
})

describe('an expression that is wrong', () => {
  it.each([
    ['', 0, 'too early'], ['a +', 3, 'too early'], ['a $ b', 2, '"$"'], ['a b', 2, 'join'], ['(a + b', 0, 'not closed'], ['a + (b < c)', 2, 'needs numbers'],
    ['a and b', 2, 'compare it'], ['not a', 0, 'compare it'], ['1 < a < 3', 6, 'join them with and'], ['foo(a)', 0, 'abs, sqrt'], ['abs(a, b)', 0, 'takes 1'],
    ['min(a)', 0, '2 to 16'], ['and', 0, 'cannot stand here'], ['a == = b', 5, 'cannot stand here'], [`${'('.repeat(40)}a${')'.repeat(40)}`, 32, 'nested'],
    ['process.exit()', 7, '"."'], ['a; b', 1, '";"'], ['a["x"]', 1, 'join'], ['`a`', 0, '"`"'],
  ])('%s is refused at %d', (text, at, words) => {
    const result = parseExpression(text)
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect(result.error.detail).toContain(words)
    expect(result.error.at).toBe(at)
  })

  it('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => { expect(typeof parseExpression(text).ok).toBe('boolean') }))
    const words = fc.array(fc.constantFrom('a', '1', '+', '-', '*', '(', ')', '<', 'and', 'not', 'min', ',', '[', ']', '='), { maxLength: 40 })
    fc.assert(fc.property(words, (list) => { expect(typeof parseExpression(list.join(' ')).ok).toBe('boolean') }))
  })
})

describe('what is read', () => {
  it('names the points, each once, in order', () => {
    expect(pointsOf(parsed('b + a * b > max([TS-1], a)'))).toEqual(['b', 'a', 'TS-1'])
  })

  it('agrees with the host language on arithmetic', () => {
    const leaf = fc.integer({ min: -9, max: 9 }).map((n) => (n < 0 ? `(${n})` : String(n)))
    const tree = fc.letrec((tie) => ({
      node: fc.oneof({ weight: 3, arbitrary: leaf }, fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('node')).map(([l, op, r]) => `(${String(l)} ${op} ${String(r)})`)),
    })).node
    fc.assert(fc.property(tree, (text) => {
       
      expect(numberOf(parsed(text), lookup)).toBe(new Function(`return ${text}`)())
    }))
  })
})
