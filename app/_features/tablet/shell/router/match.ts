import { decodePart } from '#server/core/kernel/decode-part.ts'

/** Params are the named parts of an address, such as order in /m/o/:order. */
export type Params = Readonly<Record<string, string>>

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '')

/** matchPath reads an address by a pattern: `:name` takes one part of any text; null when the address is another. */
export function matchPath(pattern: string, path: string): Params | null {
  const [wanted, given] = [partsOf(pattern), partsOf(path)]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const text = given[at] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodePart(text)
    else if (part !== text) return null
  }
  return params
}

/** Patterned is anything that stands for an address pattern, such as a route. */
export interface Patterned {
  readonly pattern: string
}

/** Found is the entry whose pattern an address fits, and the named parts of the address. */
export interface Found<Entry> {
  readonly entry: Entry
  readonly params: Params
}

/** findRoute gives the first entry whose pattern fits an address, or null. */
export function findRoute<Entry extends Patterned>(entries: readonly Entry[], path: string): Found<Entry> | null {
  for (const entry of entries) {
    const params = matchPath(entry.pattern, path)
    if (params !== null) return { entry, params }
  }
  return null
}
