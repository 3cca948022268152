'use client'

import { createContext, useContext } from 'react'
import type { StoredPerson } from '../../../_lib/tablet/store/db.ts'

const PersonContext = createContext<StoredPerson | null>(null)

/** PersonProvider says below it who works on this tablet. */
export const PersonProvider = PersonContext.Provider

/** useMe is the person who works on this tablet; every screen of work stands below one. */
export function useMe(): StoredPerson {
  const person = useContext(PersonContext)
  if (person === null) throw new Error('a screen of work stands outside of a person')
  return person
}
