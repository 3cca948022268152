'use client'

import { useCallback } from 'react'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import { record, takeBack } from '../outbox/record.ts'
import type { SeenOrder } from '../seen/fold.ts'
import type { StoredBlob, StoredPerson } from '../store/db.ts'
import { tabletDb } from '../store/open.ts'
import type { TabletAsset } from '../types.ts'

/** UNDO_MS is for how long completing can be taken back: 10 s. */
export const UNDO_MS = 10_000

/** Done is something that was put into the outbox; undo takes it back while that is possible, and says whether it was. */
export interface Done {
  readonly opId: string
  readonly undo: () => Promise<boolean>
}

/** DoOptions are for how long it can be taken back, the photos that go with it, when it was done where that is not now, and the machine that it is moved to. */
export interface DoOptions {
  readonly undoMs?: number
  readonly blobs?: readonly StoredBlob[]
  readonly at?: Date
  readonly place?: TabletAsset
}

/** Do gives an order a command: it is saved on this tablet at once and sent when there is a network. */
export type Do = (order: SeenOrder, name: CommandName, fields?: Readonly<Record<string, unknown>>, options?: DoOptions) => Promise<Done>

/** useDo gives commands in the name of the person who works on this tablet. */
export function useDo(person: StoredPerson): Do {
  return useCallback(async (order, name, fields = {}, options = {}) => {
    const { opId } = await record(tabletDb(), { personId: person.id, entityId: order.order.id, baseVersion: order.order.version, kind: 'order.command', payload: { name, fields }, ...options })
    return { opId, undo: () => takeBack(tabletDb(), opId) }
  }, [person.id])
}
