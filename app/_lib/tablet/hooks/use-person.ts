'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import type { StoredPerson } from '../store/db.ts'
import { readMeta } from '../store/meta.ts'
import { tabletDb } from '../store/open.ts'

/** PersonNow is who works on this tablet now: still being looked up, nobody, or a person. */
export type PersonNow = { readonly state: 'looking' } | { readonly state: 'nobody' } | { readonly state: 'known'; readonly person: StoredPerson; readonly locked: boolean }

/** usePerson tells who works on this tablet now. */
export function usePerson(): PersonNow {
  return useLiveQuery(async (): Promise<PersonNow> => {
    const db = tabletDb()
    const id = await readMeta<string>(db, 'current-person')
    const person = id === undefined ? undefined : await db.people.get(id)
    return person ? { state: 'known', person, locked: (await readMeta<boolean>(db, 'locked')) ?? false } : { state: 'nobody' }
  }, []) ?? { state: 'looking' }
}

/** useTabletPeople lists who works on this tablet, by name; undefined until they are read. */
export const useTabletPeople = (): readonly StoredPerson[] | undefined =>
  useLiveQuery(async () => (await tabletDb().people.toArray()).toSorted((a, b) => a.name.localeCompare(b.name)), [])
