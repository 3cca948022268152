import { plainText } from '../plain-text.ts'
import type { TabletAsset } from './types.ts'

const SHOWN = 12

/** bestMatches are the positions that a typed or scanned text means: the tag itself first, then tags that begin with it, then whatever holds it; at most twelve. */
export function bestMatches(assets: readonly TabletAsset[], text: string): TabletAsset[] {
  const wanted = plainText(text.trim())
  if (wanted === '') return []
  const rank = ({ tag, name }: TabletAsset): number => {
    const own = plainText(tag)
    return own === wanted ? 0 : own.startsWith(wanted) ? 1 : own.includes(wanted) || plainText(name).includes(wanted) ? 2 : 3
  }
  return assets.filter((asset) => rank(asset) < 3).toSorted((a, b) => rank(a) - rank(b) || a.tag.localeCompare(b.tag)).slice(0, SHOWN)
}
