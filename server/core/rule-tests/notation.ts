import { err, ok } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../kernel/time.ts'

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS }
const DURATION = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g
const MOST_VALUES = 200_000

/** durationMs reads a length of time such as "90s", "1h30m" or "2d" in ms; null when it is none. */
export const durationMs = (text: string): number | null => {
  if (text === '0') return 0
  if (!DURATION.test(text)) return null
  return [...text.matchAll(PART)].reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNITS[unit ?? ''] ?? 0), 0)
}

const NUMBER = '-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?'
const STEP = new RegExp(`^(${NUMBER}|_)(?:([+-]\\d+(?:\\.\\d+)?))?(?:x(\\d+))?$`)

/**
 * seriesOf expands a series in short notation, one value per interval, null where nothing is sent:
 * "5" is a value, "_" nothing, "5x3" four times 5, "5+2x3" the values 5, 7, 9, 11, "_x3" nothing three times.
 * (The notation of promtool's rule tests.)
 */
export const seriesOf = (text: string): Result<(number | null)[], string> => {
  const values: (number | null)[] = []
  for (const word of text.trim().split(/\s+/).filter((one) => one !== '')) {
    const match = STEP.exec(word)
    if (match === null) return err(`"${word}" is no value: write 5, _, 5x3 or 5+2x3.`)
    const [, first = '_', step, times] = match
    const count = times === undefined ? 0 : Number(times)
    if (values.length + count > MOST_VALUES) return err(`The series has more than ${MOST_VALUES} values.`)
    if (first === '_') {
      if (step !== undefined) return err(`"${word}": nothing cannot rise or fall.`)
      for (let i = 0; i < Math.max(1, count); i += 1) values.push(null)
    } else for (let i = 0; i <= count; i += 1) values.push(Number(first) + i * Number(step ?? 0))
  }
  return ok(values)
}
