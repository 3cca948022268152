import { expect, test } from 'vitest'
import * as z from 'zod'
import { newId } from './ids.ts'

test('an id is a UUIDv7 that carries its time', () => {
  const at = Date.parse('2026-11-26T05:00:00.123Z')
  const id = newId(at)
  expect(z.uuidv7().safeParse(id).success).toBe(true)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at)
  expect(newId(at)).not.toBe(id)
  expect(newId(at + 1) > id).toBe(true)
})
