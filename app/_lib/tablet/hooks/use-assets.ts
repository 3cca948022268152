'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import { bestMatches } from '../find-asset.ts'
import type { TabletDb } from '../store/db.ts'
import { tabletDb } from '../store/open.ts'
import type { TabletAsset } from '../types.ts'

/** useMatches are the positions that a text means, from this tablet's own list; undefined until they are read. */
export const useMatches = (text: string): readonly TabletAsset[] | undefined => useLiveQuery(async () => bestMatches(await tabletDb().assets.toArray(), text), [text])

async function named(db: TabletDb, name: string): Promise<TabletAsset | null> {
  return (await db.assets.get(name)) ?? (await db.assets.where('tag').equalsIgnoreCase(name).first()) ?? null
}

/** useAsset is one position by its tag, or by its id where two sites have the tag; null when this tablet does not know it, undefined until it is read. */
export const useAsset = (name: string): TabletAsset | null | undefined => useLiveQuery(() => named(tabletDb(), name), [name])
