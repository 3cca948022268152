import { expect, test } from 'vitest'
import * as z from 'zod'
import { attachmentId } from './attachment-id.ts'

test('an attachment id is a UUIDv7 that carries its time', () => {
  const at = Date.parse('2026-11-26T05:00:00.123Z')
  const id = attachmentId(at)
  expect(z.uuidv7().safeParse(id).success).toBe(true)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at)
  expect(attachmentId(at)).not.toBe(id)
  expect(attachmentId(at + 1) > id).toBe(true)
})
