import { describe, expect, test } from 'vitest'
import { hashKey, keyFromHeader, newKeyText, prefixOf } from './key-text.ts'

const key = newKeyText()

describe('a key', () => {
  test('is new each time and shows little of itself', () => {
    expect(newKeyText()).not.toBe(key)
    expect(prefixOf(key)).toHaveLength(10)
    expect(hashKey(key)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashKey(key)).not.toContain(key.slice(4, 12))
  })

  test.each<[string, string | null | undefined, string | undefined]>([
    ['as it should be', `Bearer ${key}`, key],
    ['with a small word and spaces', `bearer   ${key} `, key],
    ['missing', null, undefined],
    ['empty', '', undefined],
    ['without its word', key, undefined],
    ['with another word', `Basic ${key}`, undefined],
    ['cut short', `Bearer ${key.slice(0, -1)}`, undefined],
    ['too long', `Bearer ${key}x`, undefined],
    ['with something behind it', `Bearer ${key} ${key}`, undefined],
    ['with a quote in it', `Bearer mwk_'${key.slice(5)}`, undefined],
  ])('in a header %s', (_, header, expected) => {
    expect(keyFromHeader(header)).toBe(expected)
  })
})
