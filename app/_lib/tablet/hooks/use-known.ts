'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { knownOf } from '../known.ts'
import type { Known } from '../seen/born.ts'
import { tabletDb } from '../store/open.ts'
import type { TabletAsset } from '../types.ts'

/** useKnown is what the tablet knows of a machine from its other orders; null when nothing, undefined until it is read. */
export const useKnown = (asset: TabletAsset): Known | null | undefined => useLiveQuery(() => knownOf(tabletDb(), asset), [asset.id])
