import { pathOf, stepsOf } from './json-path.ts'
import type { TimeUnit } from './mqtt-settings.ts'
import { QUALITIES } from '../telemetry/quality.ts'
import { levelsOf } from './topic.ts'

/** SuggestedTime is where a message seems to carry its time, and what a number there counts. */
export interface SuggestedTime {
  readonly path: string
  readonly unit: TimeUnit
}

const TIME_NAMES = ['ts', 'timestamp', 'time', 'datetime', 'date_time', 't', 'at', 'sourcetimestamp', 'source_time', 'sourcetime', 'date']
const RFC3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d/
// Seconds of the years 2000 and 2100; in smaller units the same years have more digits, so the number tells its unit.
const EARLIEST_S = 946_684_800
const LATEST_S = 4_102_444_800
const PER_SECOND: readonly (readonly [TimeUnit, number])[] = [['s', 1], ['ms', 1e3], ['us', 1e6], ['ns', 1e9]]
const DEEPEST = 3

/** timeUnitOf tells what a value counts when it can be a time of this century: text in RFC 3339 needs no unit ('ms' is given); null for anything else. */
export function timeUnitOf(value: unknown): TimeUnit | null {
  if (typeof value === 'string') return RFC3339.test(value) ? 'ms' : null
  if (typeof value !== 'number') return null
  return PER_SECOND.find(([, factor]) => value >= EARLIEST_S * factor && value < LATEST_S * factor)?.[0] ?? null
}

/** suggestTime finds where a parsed message seems to carry its time: a member with a usual name whose value can be one, the outermost first. */
export function suggestTime(payload: unknown): SuggestedTime | null {
  const found: { readonly rank: number; readonly time: SuggestedTime }[] = []
  const look = (value: unknown, steps: readonly (string | number)[]): void => {
    if (value === null || typeof value !== 'object' || Array.isArray(value) || steps.length >= DEEPEST) return
    for (const [name, member] of Object.entries(value)) {
      const unit = timeUnitOf(member)
      const known = TIME_NAMES.indexOf(name.toLowerCase())
      if (unit !== null && known >= 0) found.push({ rank: steps.length * TIME_NAMES.length + known, time: { path: pathOf([...steps, name]), unit } })
      look(member, [...steps, name])
    }
  }
  look(payload, [])
  return found.toSorted((one, other) => one.rank - other.rank)[0]?.time ?? null
}

const QUALITY_NAMES = ['quality', 'q', 'qual', 'qc', 'opcquality']
const OPC_QUALITIES = 256

// A word that a source may say, or an OPC quality number.
const isQuality = (value: unknown): boolean =>
  (typeof value === 'string' && (QUALITIES as readonly string[]).includes(value.toLowerCase())) || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < OPC_QUALITIES)

/** suggestQuality finds where a parsed message seems to say how far it can be trusted; null when it does not. */
export function suggestQuality(payload: unknown): string | null {
  if (payload === null || typeof payload !== 'object' || Array.isArray(payload)) return null
  const name = Object.entries(payload).find(([member, value]) => QUALITY_NAMES.includes(member.toLowerCase()) && isQuality(value))?.[0]
  return name === undefined ? null : pathOf([name])
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/**
 * suggestPoint finds the point to which a value of a message seems to belong: one whose key is a level of the topic and the
 * value's name, written with {1}, {2}, … where the filter leaves that level open. Empty when none does: a value must not be led to a
 * machine that the topic does not name.
 */
export function suggestPoint(points: readonly { readonly key: string }[], filter: string, topic: string, path: string): string {
  // Where the whole message is the value, the topic's last level names it.
  const name = stepsOf(path)?.at(-1) ?? levelsOf(topic).at(-1) ?? ''
  for (const [index, level] of levelsOf(topic).entries()) {
    const point = points.find(({ key }) => same(key, `${level}.${name}`))
    if (point === undefined) continue
    const open = levelsOf(filter)[index] === '+' && point.key.startsWith(`${level}.`)
    return open ? `{${index + 1}}${point.key.slice(level.length)}` : point.key
  }
  return ''
}
