import { expect, test } from 'vitest'
import { cameraTrouble } from './trouble.ts'

test.each([
  ['NotAllowedError', 'refused'], ['SecurityError', 'refused'], ['NotFoundError', 'none'], ['OverconstrainedError', 'none'], ['NotReadableError', 'busy'], ['AbortError', 'busy'],
])('%s is %s', (name, trouble) => expect(cameraTrouble(new DOMException('words of the browser', name))).toBe(trouble))
