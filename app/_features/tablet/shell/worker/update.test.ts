import { expect, test } from 'vitest'
import { mayUpdate } from './update.ts'

test.each([
  ['everything is sent', { waiting: 0, sending: false }, true],
  ['something waits', { waiting: 1, sending: false }, false],
  ['the last change is on its way', { waiting: 0, sending: true }, false],
])('a new version may take over only when nothing is unsent: %s', (_, sync, expected) => {
  expect(mayUpdate(sync)).toBe(expected)
})
