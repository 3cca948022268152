'use client'

import { useCallback } from 'react'
import type { IsolationAct } from '#server/core/isolation/events.ts'
import type { PermitCommand } from '#server/core/permits/transitions.ts'
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

/** ActOnPermit records one act on a permit: what a tablet may tell afterwards. */
export type ActOnPermit = (order: SeenOrder, id: string, name: PermitCommand, fields: object) => Promise<void>

/** usePermitAct records acts on permits in the name of the person who works on this tablet, as facts. */
export function usePermitAct(person: StoredPerson): ActOnPermit {
  return useCallback(async ({ order }, id, name, fields) => {
    await record(tabletDb(), { personId: person.id, entityId: order.id, baseVersion: order.version, kind: 'permit.act', payload: { id, name, fields, late: true } })
  }, [person.id])
}
