/** Mentionable is somebody who can be named in a comment. */
export interface Mentionable {
  readonly id: string
  readonly name: string
}

const LETTER = /[\p{L}\p{N}]/u

/** mentionedIn lists who is named with an @ in a text: by the whole name or, where only one has it, by the first name. */
export function mentionedIn(text: string, people: readonly Mentionable[]): string[] {
  const firstNames = Map.groupBy(people, ({ name }) => name.split(/\s+/)[0]?.toLowerCase() ?? '')
  const names = people.flatMap(({ id, name }) => {
    const first = name.split(/\s+/)[0] ?? ''
    const alone = first !== name && firstNames.get(first.toLowerCase())?.length === 1
    return [{ id, name: name.toLowerCase() }, ...(alone ? [{ id, name: first.toLowerCase() }] : [])]
  }).filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
  const found = new Set<string>()
  const lower = text.toLowerCase()
  for (let at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
    // An address such as ops@plant names nobody.
    if (at > 0 && LETTER.test(lower[at - 1] ?? '')) continue
    const named = names.find(({ name }) => lower.startsWith(name, at + 1) && !LETTER.test(lower[at + 1 + name.length] ?? ''))
    if (named) for (const { id } of names.filter(({ name }) => name === named.name)) found.add(id)
  }
  return [...found]
}
