'use client'

import { useCallback } from 'react'
import type { IsolationAct } from '#server/core/isolation/events.ts'
import { record } from '../outbox/record.ts'
import type { SeenOrder } from '../seen/fold.ts'
import type { StoredPerson } from '../store/db.ts'
import { tabletDb } from '../store/open.ts'

/** Isolate records one act on an order's isolation: it is saved on this tablet at once and sent when there is a network. */
export type Isolate = (order: SeenOrder, act: IsolationAct) => Promise<void>

/** useIsolate records acts on isolations in the name of the person who works on this tablet. A lock that is on is a fact: late, so that the server never refuses it. */
export function useIsolate(person: StoredPerson): Isolate {
  return useCallback(async ({ order }, { type, data }) => {
    await record(tabletDb(), { personId: person.id, entityId: order.id, baseVersion: order.version, kind: 'isolation.act', payload: { type, data, late: true } })
  }, [person.id])
}
