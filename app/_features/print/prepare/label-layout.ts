import type { Format } from '#server/core/labels/sheet.ts'
import type { Symbology } from '#server/core/labels/symbology.ts'

// What stays free at each edge of a label, because sheets never lie quite straight.
const PADDING_MM = 2.5
const GAP_MM = 2
const MM_PER_PT = 0.3528

/** roomOf is how wide a code of bars can be on a label (mm). */
export const roomOf = ({ width }: Pick<Format, 'width'>): number => width - 2 * PADDING_MM

/** Fitted is a text with the size (pt) at which it fits its place. */
export interface Fitted {
  readonly text: string
  readonly pt: number
}

interface Place {
  readonly width: number
  readonly height: number
  readonly largest: number
  readonly smallest: number
}

// How wide a letter is beside its size, and what is lost at the ends of lines where words break; wide rather than narrow, since nothing may be cut off.
const LETTER = 0.66
const LOSS = 1.18
const LINE = 1.18

const linesAt = (length: number, pt: number, width: number): number => Math.ceil((length * LETTER * pt * MM_PER_PT * (length * LETTER * pt * MM_PER_PT > width ? LOSS : 1)) / width)
const fits = (length: number, pt: number, { width, height }: Place): boolean => linesAt(length, pt, width) * pt * LINE * MM_PER_PT <= height

/** fit finds the largest size at which a text fits; one that is too long even at the smallest ends in an ellipsis, at a letter that fits. */
export function fit(text: string, place: Place): Fitted {
  const letters = [...text]
  for (let pt = place.largest; pt >= place.smallest; pt -= 0.5) if (fits(letters.length, pt, place)) return { text, pt }
  let length = letters.length
  while (length > 1 && !fits(length, place.smallest, place)) length -= 1
  return { text: `${letters.slice(0, length - 1).join('').trimEnd()}…`, pt: place.smallest }
}

/** LabelLayout is where things stand on one label (mm) and how large its words are. */
export interface LabelLayout {
  readonly beside: boolean
  readonly code: { readonly width: number; readonly height: number }
  readonly name: Fitted
  readonly title: Fitted
  readonly says: Fitted
}

/** layoutOf lays one label out: a square code beside the words, bars above them. */
export function layoutOf({ width, height }: Pick<Format, 'width' | 'height'>, symbology: Symbology, words: { readonly name: string; readonly title: string; readonly says: string }): LabelLayout {
  const [inner, high] = [width - 2 * PADDING_MM, height - 2 * PADDING_MM]
  const beside = symbology !== 'code128'
  const side = Math.min(high, inner * 0.45)
  const code = beside ? { width: side, height: side } : { width: inner, height: Math.min(high * 0.42, 14) }
  const room = beside ? { width: inner - side - GAP_MM, height: high } : { width: inner, height: high - code.height - 1 }
  const part = (share: number, largest: number, smallest: number): Place => ({ width: room.width, height: room.height * share, largest, smallest })
  return { beside, code, name: fit(words.name, part(0.42, 22, 6)), title: fit(words.title, part(0.34, 11, 5.5)), says: fit(words.says, part(0.22, 7, 5)) }
}
