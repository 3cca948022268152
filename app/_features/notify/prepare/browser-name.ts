const BROWSERS: readonly (readonly [word: RegExp, name: string])[] = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]
const SYSTEMS: readonly (readonly [word: RegExp, name: string])[] = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']]

const first = (list: typeof BROWSERS, text: string, otherwise: string): string => list.find(([word]) => word.test(text))?.[1] ?? otherwise

/** browserName says which browser it is, so that a person can tell his own apart, such as "Chrome, Android". */
export const browserName = (userAgent: string): string => `${first(BROWSERS, userAgent, 'Browser')}, ${first(SYSTEMS, userAgent, '?')}`

/** clockOf writes minutes after midnight as an input of a time wants them, such as "22:00". */
export const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** minuteOf reads such a time; null when it is none. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
