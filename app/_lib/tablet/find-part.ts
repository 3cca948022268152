import { plainText } from '../plain-text.ts'
import type { TabletPart } from './types.ts'

/** SHOWN_PARTS is how many parts are shown at most: what a glove can choose from. */
const SHOWN_PARTS = 7

/** partsLike are the parts that a text means: the number itself first, then numbers that begin with it, then those that hold every word in number, name or bin. */
export function partsLike(parts: readonly TabletPart[], text: string): TabletPart[] {
  const wanted = plainText(text.trim())
  if (wanted === '') return []
  const words = wanted.split(/\s+/)
  const rank = ({ number, name, bin }: TabletPart): number => {
    const own = plainText(number)
    if (own === wanted) return 0
    if (own.startsWith(wanted)) return 1
    const all = plainText([number, name, bin ?? ''].join(' '))
    return words.every((word) => all.includes(word)) ? 2 : 3
  }
  const found = parts.map((part) => ({ part, at: rank(part) })).filter(({ at }) => at < 3)
  return found.toSorted((a, b) => a.at - b.at || a.part.number.localeCompare(b.part.number)).slice(0, SHOWN_PARTS).map(({ part }) => part)
}

/** partByNumber is the part with this number, in whatever case; undefined when the list has none. */
export const partByNumber = (parts: readonly TabletPart[], number: string): TabletPart | undefined =>
  parts.find((part) => plainText(part.number) === plainText(number.trim()))
