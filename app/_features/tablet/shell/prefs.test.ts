import { expect, test } from 'vitest'
import { readPrefs } from './prefs.ts'

const fresh = { text: 'normal', glove: false, device: '' }

test.each([
  ['nothing kept', null, fresh],
  ['what was kept', '{"text":"large","glove":true,"device":"Tablet 3"}', { text: 'large', glove: true, device: 'Tablet 3' }],
  ['an unknown size', '{"text":"huge","glove":"yes","device":7}', fresh],
  ['half a text', '{"text":', fresh],
  ['a number', '5', fresh],
  ['a name that is too long', JSON.stringify({ device: 'x'.repeat(100) }), { ...fresh, device: 'x'.repeat(60) }],
])('%s', (_, kept, expected) => {
  expect(readPrefs(kept)).toEqual(expected)
})
