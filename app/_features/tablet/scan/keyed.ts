/** Keyed is what a keyboard scanner has typed so far, and when its last key came (ms). */
export interface Keyed {
  readonly text: string
  readonly at: number
}

/** NOTHING_KEYED is the beginning. */
export const NOTHING_KEYED: Keyed = { text: '', at: 0 }

// A scanner types a key every few milliseconds; after such a pause it is a person.
const PAUSE_MS = 200
const SHORTEST = 2

/** grow takes one key: a letter makes the text longer, Enter or Tab ends it. The code is null until there is one. */
export function grow({ text, at }: Keyed, key: string, now: number): { readonly keyed: Keyed; readonly code: string | null } {
  const so = now - at > PAUSE_MS ? '' : text
  if ([...key].length === 1) return { keyed: { text: so + key, at: now }, code: null }
  if (key !== 'Enter' && key !== 'Tab') return { keyed: { text: so, at }, code: null }
  return { keyed: NOTHING_KEYED, code: so.length >= SHORTEST ? so : null }
}
