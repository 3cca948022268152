'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { bestMatches } from '../find-asset.ts'
import { tabletDb } from '../store/open.ts'
import type { TabletAsset } from '../types.ts'

/** useMatches are the positions that a text means, from this tablet's own list; undefined until they are read. */
export const useMatches = (text: string): readonly TabletAsset[] | undefined => useLiveQuery(async () => bestMatches(await tabletDb().assets.toArray(), text), [text])

/** useAsset is one position by its tag; null when this tablet does not know it, undefined until it is read. */
export const useAsset = (tag: string): TabletAsset | null | undefined => useLiveQuery(async () => (await tabletDb().assets.where('tag').equalsIgnoreCase(tag).first()) ?? null, [tag])
