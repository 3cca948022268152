import * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import type { ListKey, ListSort } from './list.repo.ts'

const shape = z.tuple([z.enum(['newest', 'priority']), z.int(), z.int(), z.uuid()])

/** writeCursor packs where a page ends into the text that asks for the next one. */
export const writeCursor = (sort: ListSort, key: ListKey): string =>
  Buffer.from(JSON.stringify([sort, key.priority, key.createdAt.getTime(), key.id])).toString('base64url')

/** readCursor unpacks a cursor of the same sort; anything else is 'invalid'. */
export function readCursor(sort: ListSort, text: string): ListKey {
  const parsed = shape.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')))
  if (!parsed.success || parsed.data[0] !== sort) throw new AppError('invalid', orderSentence('page'), { field: 'cursor' })
  const [, priority, createdAt, id] = parsed.data
  return { priority, createdAt: new Date(createdAt), id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
