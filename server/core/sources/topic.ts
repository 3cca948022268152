/** levelsOf splits a topic or a filter into its levels. */
export const levelsOf = (topic: string): string[] => topic.split('/')

/** isTopicFilter tells whether a text is a legal topic filter (MQTT 5, 4.7.1): + and # stand alone in a level, # only last. */
export function isTopicFilter(filter: string): boolean {
  if (filter.length === 0 || filter.length > 65_535 || filter.includes('\u0000')) return false
  return levelsOf(filter).every((level, index, levels) => {
    if (level.includes('#')) return level === '#' && index === levels.length - 1
    return !level.includes('+') || level === '+'
  })
}

/** topicMatches tells whether a topic matches a filter (MQTT 5, 4.7): wildcards never match a first level that begins with $. */
export function topicMatches(filter: string, topic: string): boolean {
  const pattern = levelsOf(filter)
  const levels = levelsOf(topic)
  if (topic.startsWith('$') && (pattern[0] === '+' || pattern[0] === '#')) return false
  for (const [index, level] of pattern.entries()) {
    if (level === '#') return true
    if (index >= levels.length || (level !== '+' && level !== levels[index])) return false
  }
  return pattern.length === levels.length
}

const LEVEL = /\{(\d+)\}/g

/** levelsNeeded is the highest level that a point key pattern names, 0 when it names none. */
export const levelsNeeded = (pattern: string): number => Math.max(0, ...[...pattern.matchAll(LEVEL)].map((match) => Number(match[1])))

/** fillPattern replaces {1}, {2}, … in a point key pattern by the topic's levels, counted from 1; a level that is not there gives null. */
export function fillPattern(pattern: string, topic: string): string | null {
  const levels = levelsOf(topic)
  let missing = false
  const filled = pattern.replaceAll(LEVEL, (_, number: string) => {
    const level = levels[Number(number) - 1]
    if (level === undefined) missing = true
    return level ?? ''
  })
  return missing ? null : filled
}
