import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { rmsAboutMean } from '#server/core/vibration/rms.ts'
import { bestLimit, callsAt, HEALTHY, scoreFan, type FanCall, type QuietLimit } from './fan-score.ts'
import { numberIn, readColumns } from './folder.ts'
import { rounded, type Accuracy } from './metrics.ts'
import { incidentsOf, publishedRules } from './published.ts'

const FILE = 'accelerometer.csv'
const COLUMNS = ['Sensor Configuration', 'Rotation Speed Percentage', 'x', 'y', 'z']
const RATE_HZ = 50

/** FanMinute is what was recorded at a configuration and a speed (per cent): combined vibration in g, one value a second. */
export interface FanMinute {
  readonly configuration: number
  readonly speed: number
  readonly acc: readonly number[]
}

type Sample = readonly [x: number, y: number, z: number]

/** perSecond makes one reading a second, as the demo's sensor does: RMS of each axis about its mean, then the root of the sum of squares. */
const perSecond = (samples: readonly Sample[]): number[] =>
  Array.from({ length: Math.floor(samples.length / RATE_HZ) }, (_, second) =>
    Math.hypot(...([0, 1, 2] as const).map((axis) => rmsAboutMean(RATE_HZ, (index) => samples[second * RATE_HZ + index]?.[axis] ?? NaN))))

const readFan = (folder: string): FanMinute[] => {
  const minutes = new Map<string, { configuration: number; speed: number; samples: Sample[] }>()
  for (const { line, cells } of readColumns(folder, FILE, COLUMNS)) {
    const [configuration = NaN, speed = NaN, x = NaN, y = NaN, z = NaN] = cells.map((cell) => numberIn(FILE, line, cell))
    const key = `${configuration} ${speed}`
    const minute = minutes.get(key) ?? { configuration, speed, samples: [] }
    minutes.set(key, minute)
    minute.samples.push([x, y, z])
  }
  return [...minutes.values()].map(({ configuration, speed, samples }) => ({ configuration, speed, acc: perSecond(samples) }))
}

/** incidents runs rules over minutes of the fan, one after the other without a pause. */
const incidents = (rules: readonly RuleDefinition[], minutes: readonly FanMinute[]): number => {
  const seconds = minutes.flatMap(({ speed, acc }) => acc.map((value) => ({ speed, value })))
  const t = seconds.map((_, second) => second * SECOND_MS)
  const gate = { point: 'speed', values: { t, value: seconds.map(({ speed }) => speed) } }
  return incidentsOf(rules, { classCode: 'FAN', point: 'acc', values: { t, value: seconds.map(({ value }) => value) }, gate }).length
}

const ungated = (rules: readonly RuleDefinition[], limit: number): RuleDefinition[] =>
  rules.map((rule) => ruleDefinition.parse({ ...rule, gate: null, limit }))

/** quietFrom finds the lowest limit at which the rules, without their gate, say nothing of a minute: only its own values make a difference. */
const quietFrom = (rules: readonly RuleDefinition[], minute: FanMinute): number => {
  const seen = [...minute.acc].sort((a, b) => a - b)
  let [low, high] = [0, seen.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (incidents(ungated(rules, seen[middle] ?? NaN), [minute]) === 0) high = middle
    else low = middle + 1
  }
  return seen[low] ?? -Infinity
}

const naiveLimits = (rules: readonly RuleDefinition[], minutes: readonly FanMinute[]): QuietLimit[] =>
  minutes.map((minute) => ({ configuration: minute.configuration, speed: minute.speed, quietFrom: quietFrom(rules, minute) }))

const callsOf = (rules: readonly RuleDefinition[], minutes: readonly FanMinute[]): FanCall[] =>
  minutes.map((minute) => ({ configuration: minute.configuration, speed: minute.speed, called: incidents(rules, [minute]) > 0 }))

/** upAndDown is the healthy fan on its way from the lowest speed to the highest and back. */
const upAndDown = (minutes: readonly FanMinute[]): FanMinute[] => {
  const up = minutes.filter(({ configuration }) => configuration === HEALTHY).sort((a, b) => a.speed - b.speed)
  return [...up, ...up.toReversed()]
}

/** scoreFanMinutes judges each minute by the published fan rules, and by the best single limit without their gate. */
export const scoreFanMinutes = (minutes: readonly FanMinute[]): Accuracy => {
  const rules = publishedRules('FAN', 'acc')
  const quiet = naiveLimits(rules, minutes)
  const limit = bestLimit(quiet)
  return {
    metrics: { ...scoreFan(callsOf(rules, minutes)), dutyCycleFalseCalls: incidents(rules, upAndDown(minutes)) },
    naive: { limit: rounded(limit), ...scoreFan(callsAt(limit, quiet)), dutyCycleFalseCalls: incidents(ungated(rules, limit), upAndDown(minutes)) },
  }
}

/** fanAccuracy measures the folder of `fan-uci`. */
export const fanAccuracy = (folder: string): Accuracy => {
  const minutes = readFan(folder)
  if (!minutes.some(({ configuration }) => configuration === HEALTHY)) throw new AppError('invalid', `The file ${FILE} has no rows of the healthy configuration ${HEALTHY}.`)
  return scoreFanMinutes(minutes)
}
