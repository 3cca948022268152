import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recognize, say } from './sentences.ts'

const SENTENCES = {
  hot: '{value} {unit} is hotter than {limit} (see "{rule}").',
  plain: 'Nothing stands in this one.',
} as const

describe('sentences', () => {
  test('are written with what stands in them', () => {
    expect(say(SENTENCES, 'hot', { value: 55, unit: 'Cel', limit: 52, rule: 'Oil [hot]' })).toBe('55 Cel is hotter than 52 (see "Oil [hot]").')
  })
  test('are recognized by their own words, and nothing else is', () => {
    expect(recognize(SENTENCES, 'x', 'Nothing stands in this one.')).toEqual({ key: 'x.plain', params: {} })
    expect(recognize(SENTENCES, 'x', 'Nothing stands in this one. More.')).toBeNull()
    expect(recognize(SENTENCES, 'x', 'the words of a person')).toBeNull()
  })
  test('say again what was written, whatever stood in it', () => {
    fc.assert(fc.property(fc.record({ value: fc.float({ noNaN: true }), unit: fc.string(), limit: fc.integer(), rule: fc.string() }), (params) => {
      const text = say(SENTENCES, 'hot', params)
      const found = recognize(SENTENCES, 'x', text)
      expect(found?.key).toBe('x.hot')
      expect(say(SENTENCES, 'hot', found?.params as Record<string, string>)).toBe(text)
    }))
  })
})
