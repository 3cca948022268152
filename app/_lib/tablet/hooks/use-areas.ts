'use client'

import { useLiveQuery } from 'dexie-react-hooks'
import type { TabletAsset } from '../types.ts'
import { tabletDb } from '../store/open.ts'

// Gives the name of the area in which a position stands; null for one that stands in none, or is not known.
function areaNames(assets: readonly TabletAsset[]): (assetId: string) => string | null {
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  return (assetId) => {
    const seen = new Set<string>()
    for (let at = byId.get(assetId); at && !seen.has(at.id); at = at.parentId === null ? undefined : byId.get(at.parentId)) {
      if (at.level === 'area') return at.name
      seen.add(at.id)
    }
    return null
  }
}

/** useAreas tells in which area a position stands; undefined until that is read. */
export const useAreas = (): ((assetId: string) => string | null) | undefined => useLiveQuery(async () => areaNames(await tabletDb().assets.toArray()), [])
