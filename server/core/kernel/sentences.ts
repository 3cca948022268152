import type { Message } from './message.ts'

/** Sentences are fixed sentences of the system in English by key; {names} are places for figures and names. */
export type Sentences = Readonly<Record<string, string>>

type Params = Readonly<Record<string, string | number>>

const PLACE = /\{(\w+)\}/g

/** say writes one of the sentences in English, for the record and for programs. */
export const say = <Known extends Sentences>(sentences: Known, key: keyof Known & string, params: Params = {}): string =>
  (sentences[key] ?? '').replace(PLACE, (place, name: string) => String(params[name] ?? place))

const patterns = new WeakMap<Sentences, readonly { readonly key: string; readonly names: readonly string[]; readonly pattern: RegExp }[]>()

function patternsOf(sentences: Sentences) {
  const known = patterns.get(sentences)
  if (known) return known
  const made = Object.entries(sentences).map(([key, template]) => ({
    key, names: [...template.matchAll(PLACE)].map((place) => place[1] ?? ''),
    pattern: new RegExp(`^${template.split(PLACE).map((part, index) => (index % 2 === 0 ? RegExp.escape(part) : '([\\s\\S]*?)')).join('')}$`),
  }))
  patterns.set(sentences, made)
  return made
}

/**
 * recognize finds which of the sentences a stored text is, and what stands in it, so that it can be told in the reader's language;
 * null for any other text. What was written by an earlier edition in other words stays as it is.
 */
export function recognize(sentences: Sentences, prefix: string, text: string): Message | null {
  for (const { key, names, pattern } of patternsOf(sentences)) {
    const found = pattern.exec(text)
    if (found) return { key: `${prefix}.${key}`, params: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) }
  }
  return null
}
