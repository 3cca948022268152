/** Mentionable is somebody who can be named in a comment. */
export interface Mentionable {
  readonly id: string
  readonly name: string
}

/** withMention adds a person's name to what is typed, with a space to either side. */
export const withMention = (text: string, name: string): string => `${text.trimEnd()}${text.trim() === '' ? '' : ' '}@${name} `

/** mentionsIn gives the ids of those whom a text names: as "@" with the whole name; of two names that begin alike, the longer one is meant. */
export function mentionsIn(text: string, people: readonly Mentionable[]): string[] {
  let rest = text
  return people.toSorted((a, b) => b.name.length - a.name.length).flatMap(({ id, name }) => {
    if (name === '' || !rest.includes(`@${name}`)) return []
    rest = rest.replaceAll(`@${name}`, ' ')
    return [id]
  }).toSorted()
}
