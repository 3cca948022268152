'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { tabletDb } from '../store/open.ts'
import type { TabletPart } from '../types.ts'

/** useParts is the stores' list on this tablet; undefined until it is read. */
export const useParts = (): readonly TabletPart[] | undefined => useLiveQuery(() => tabletDb().parts.toArray(), [])
