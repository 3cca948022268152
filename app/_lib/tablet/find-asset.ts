import { asGermanKeys, resolveCode } from '#server/core/labels/code.ts'
import { plainText } from '../plain-text.ts'
import type { TabletAsset } from './types.ts'

const SHOWN = 12

// A tag is the same with and without the spaces that its label has for the eye.
const comparable = (text: string): string => plainText(text).replaceAll(' ', '')

/** What a text can be the tag of; a code that names a part or an order is none. */
const namesIn = (text: string): string[] => {
  const { kind, name } = resolveCode(text)
  return name === '' || kind === 'order' || kind === 'part' ? [] : [...new Set([name, asGermanKeys(name)])]
}

/** exactMatches are the positions whose tag a scanned code names: one, or one for each site that has this tag. */
export function exactMatches(assets: readonly TabletAsset[], text: string): TabletAsset[] {
  for (const name of namesIn(text)) {
    const wanted = comparable(name)
    const found = assets.filter(({ tag }) => comparable(tag) === wanted)
    if (found.length > 0) return found
  }
  return []
}

/** bestMatches are the positions that a typed or scanned text means: the tag itself first, then tags that begin with it, then whatever holds it; at most twelve. */
export function bestMatches(assets: readonly TabletAsset[], text: string): TabletAsset[] {
  for (const name of namesIn(text)) {
    const [wanted, words] = [comparable(name), plainText(name)]
    const rank = (asset: TabletAsset): number => {
      const own = comparable(asset.tag)
      return own === wanted ? 0 : own.startsWith(wanted) ? 1 : own.includes(wanted) || plainText(asset.name).includes(words) ? 2 : 3
    }
    const found = assets.filter((asset) => rank(asset) < 3).toSorted((a, b) => rank(a) - rank(b) || a.tag.localeCompare(b.tag))
    if (found.length > 0) return found.slice(0, SHOWN)
  }
  return []
}
