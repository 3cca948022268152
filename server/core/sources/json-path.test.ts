import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { pathOf, readPath, stepsOf } from './json-path.ts'

describe('stepsOf', () => {
  it.each<[string, string[] | null]>([
    ['$', []], ['$.a.b[0]', ['a', 'b', '0']], ['a.b', ['a', 'b']], ['$[2].x', ['2', 'x']], ['$["a.b"].c', ['a.b', 'c']], ['$["quote \\" here"]', ['quote " here']],
    ['$.with space', ['with space']], ['', []], ['$.', null], ['$..a', null], ['$.a[', null], ['$.a[x]', null], ['$["a]', null], ['$["\\x"]', null],
  ])('%s is %j', (path, expected) => expect(stepsOf(path)).toEqual(expected))
})

describe('readPath', () => {
  const payload = { a: { b: [1, { c: 2 }] }, 'x.y': 3, '': 4, n: null }
  it.each<[string, unknown]>([
    ['$.a.b[0]', 1], ['$.a.b[1].c', 2], ['$["x.y"]', 3], ['$[""]', 4], ['$.n', null], ['$.n.m', undefined], ['$.a.z', undefined], ['$.', undefined],
    ['$.toString', undefined], ['$.__proto__', undefined], ['a.b[0]', 1],
  ])('%s', (path, expected) => expect(readPath(payload, path)).toEqual(expected))
  it.each(['$', ''])('%j is the whole', (path) => expect(readPath(payload, path)).toBe(payload))
})

test('whatever a member is called, the path written to it leads there', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.nat(5)), { maxLength: 6 }), (steps) => {
    const root = steps.reduceRight<unknown>((inner, step) => (typeof step === 'number' ? Array.from({ length: step + 1 }, () => inner) : Object.fromEntries([[step, inner]])), 'here')
    expect(readPath(root, pathOf(steps))).toBe('here')
  }))
})
