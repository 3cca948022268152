import * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import type { AlarmPlace } from './alarm-row.ts'

const shape = z.tuple([z.int(), z.int(), z.int(), z.uuid()])

/** writeAlarmCursor packs where a page ends into the text that asks for the next one. */
export const writeAlarmCursor = ({ rank, priority, openedAt, id }: AlarmPlace): string =>
  Buffer.from(JSON.stringify([rank, priority, openedAt.getTime(), id])).toString('base64url')

/** readAlarmCursor unpacks a cursor; anything else is 'invalid'. */
export function readAlarmCursor(text: string): AlarmPlace {
  const parsed = shape.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')))
  if (!parsed.success) throw new AppError('invalid', 'This page is not known: start the list again from its beginning.', { field: 'cursor' })
  const [rank, priority, openedAt, id] = parsed.data
  return { rank, priority, openedAt: new Date(openedAt), id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
