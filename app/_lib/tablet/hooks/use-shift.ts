'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback } from 'react'
import { entityOf } from '#server/core/sync/entity.ts'
import { newId } from '../../ids.ts'
import { record } from '../outbox/record.ts'
import { seenShift, type KeptShift, type SeenShift } from '../seen/shift.ts'
import type { StoredPerson, TabletDb } from '../store/db.ts'
import { readMeta } from '../store/meta.ts'
import { tabletDb } from '../store/open.ts'
import type { TabletAsset } from '../types.ts'

/** ShiftOnTablet is the change of shifts, with the positions of the plant by id. */
export interface ShiftOnTablet {
  readonly shift: SeenShift
  readonly assets: ReadonlyMap<string, TabletAsset>
}

async function shiftOf(db: TabletDb, person: StoredPerson): Promise<ShiftOnTablet | null> {
  const kept = await readMeta<KeptShift>(db, `shift:${person.id}`)
  if (kept === undefined) return null
  const people = new Map((await db.people.toArray()).map((one) => [one.id, one]))
  const assets = new Map((await db.assets.toArray()).map((one) => [one.id, one]))
  const operations = await db.operations.filter(({ kind }) => entityOf(kind) !== 'work-order').toArray()
  return { shift: seenShift(kept, operations, { people, assets }), assets }
}

/** useShift is what this tablet knows of the change of shifts; null where it was never told, undefined until it is read. */
export const useShift = (person: StoredPerson): ShiftOnTablet | null | undefined => useLiveQuery(() => shiftOf(tabletDb(), person), [person.id])

/** HandOver records what is done at the change of shifts; without an id it is about something new. */
export type HandOver = (kind: 'handover.sign' | 'handover.acknowledge' | 'repair.register' | 'repair.remove', payload: object, id?: string) => Promise<void>

/** useHandOver records what is done at the change of shifts in the name of the person who works on this tablet. */
export function useHandOver(person: StoredPerson): HandOver {
  return useCallback(async (kind, payload, id = newId()) => {
    await record(tabletDb(), { personId: person.id, entityId: id, baseVersion: 0, kind, payload })
  }, [person.id])
}
