import { expect, test } from 'vitest'
import { grow, NOTHING_KEYED } from './keyed.ts'

/** What comes of keys, each so many milliseconds after the one before. */
function typed(keys: readonly string[], gap: number): (string | null)[] {
  let keyed = NOTHING_KEYED
  return keys.map((key, i) => {
    const next = grow(keyed, key, 1000 + i * gap)
    keyed = next.keyed
    return next.code
  }).filter((code) => code !== null)
}

test.each([
  ['a scanner', ['C', 'T', '-', '3', 'Enter'], 5, ['CT-3']],
  ['a scanner that ends with a tab', ['C', 'T', 'Tab'], 5, ['CT']],
  ['a scanner that holds the shift key', ['Shift', 'C', 'Shift', 'T', 'Enter'], 5, ['CT']],
  ['two codes', ['A', '1', 'Enter', 'B', '2', 'Enter'], 5, ['A1', 'B2']],
  ['a person who types', ['C', 'T', '-', '3', 'Enter'], 300, []],
  ['Enter on a button', ['Enter'], 5, []],
  ['one key by accident', ['x', 'Enter'], 5, []],
])('%s', (_, keys, gap, codes) => expect(typed(keys, gap)).toEqual(codes))
