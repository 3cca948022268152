import { describe, expect, it } from 'vitest'
import { FAN_SPEEDS, fanRms } from '#prisma/seed/demo/read-fan.ts'
import type { FanConfiguration } from '#prisma/seed/demo/read-fan.ts'
import { FAN_VIBRATION } from '#prisma/seed/demo/rules.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { previewRule } from '#server/core/condition/preview.ts'
import type { Firing } from '#server/core/condition/preview.ts'
import { SECOND_MS } from '#server/core/kernel/time.ts'

const HEALTHY: FanConfiguration = 3
const UNBALANCED: readonly FanConfiguration[] = [2, 1]
const WATCHED_SPEEDS = FAN_SPEEDS.filter((speed) => speed >= 45)
const staleness = { stalenessMs: 10 * SECOND_MS, gateStalenessMs: 10 * SECOND_MS }

const gated = ruleDefinition.parse(FAN_VIBRATION.definition)
/** ungated is the same rule with one limit for every speed. */
const ungated = (limit: number): RuleDefinition => ruleDefinition.parse({ ...FAN_VIBRATION.definition, gate: null, limit })

/** firings runs a rule over the fan as it goes through speeds, a minute each, one reading a second. */
const firings = (rule: RuleDefinition, configuration: FanConfiguration, speeds: readonly number[]): Firing[] => {
  const seconds = speeds.flatMap((speed) => fanRms(configuration, speed).map(({ acc }) => ({ acc, speed })))
  const t = seconds.map((_, second) => second * SECOND_MS)
  return previewRule(rule, { t, value: seconds.map((one) => one.acc) }, { t, value: seconds.map((one) => one.speed) }, staleness)
}

const finds = (rule: RuleDefinition, configuration: FanConfiguration, speed: number): boolean => firings(rule, configuration, [speed]).length > 0

/** lowestQuietLimit searches the lowest single limit at which the healthy fan never fires: the best that an ungated rule can do. */
const lowestQuietLimit = (): number => {
  const seen = FAN_SPEEDS.flatMap((speed) => fanRms(HEALTHY, speed).map(({ acc }) => acc)).sort((a, b) => a - b)
  let [low, high] = [0, seen.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (firings(ungated(seen[middle] ?? 0), HEALTHY, FAN_SPEEDS).length === 0) high = middle
    else low = middle + 1
  }
  return seen[low] ?? NaN
}

describe('the fan rule, gated by speed', () => {
  it.each(WATCHED_SPEEDS.flatMap((speed) => UNBALANCED.map((configuration) => [configuration, speed] as const)))(
    'finds unbalance of configuration %d at %d percent, within the minute', (configuration, speed) => {
      const [first, ...more] = firings(gated, configuration, [speed])
      expect([first?.to, more]).toEqual([null, []])
      expect(first?.from).toBeGreaterThanOrEqual(30 * SECOND_MS)
      expect(first?.peak).toBeGreaterThan(first?.limit ?? Infinity)
    })

  it.each(FAN_SPEEDS)('never calls the balanced fan at %d percent', (speed) => {
    expect(firings(gated, HEALTHY, [speed])).toEqual([])
  })

  it('never calls the balanced fan on its way through all speeds, up and down', () => {
    expect(firings(gated, HEALTHY, [...FAN_SPEEDS, ...[...FAN_SPEEDS].reverse()])).toEqual([])
  })

  it('finds an unbalanced fan on its way through all speeds, and calls it once', () => {
    for (const configuration of UNBALANCED) expect(firings(gated, configuration, WATCHED_SPEEDS)).toHaveLength(1)
  })

  it('says nothing below its bands, whatever the fan does', () => {
    for (const configuration of UNBALANCED) expect(firings(gated, configuration, FAN_SPEEDS.filter((speed) => speed < 45))).toEqual([])
  })
})

describe('the best rule without a gate', () => {
  const limit = lowestQuietLimit()
  const best = ungated(limit)

  it('is the lowest limit that never calls the balanced fan', () => {
    expect(firings(best, HEALTHY, FAN_SPEEDS)).toEqual([])
    expect(firings(ungated(limit * 0.95), HEALTHY, FAN_SPEEDS)).not.toEqual([])
  })

  it('still misses unbalance at low speed that the gated rule finds', () => {
    const missed = UNBALANCED.flatMap((configuration) => WATCHED_SPEEDS.filter((speed) => !finds(best, configuration, speed)).map((speed) => [configuration, speed]))
    expect(missed).toEqual([[2, 45], [2, 50], [2, 55], [1, 45], [1, 50]])
  })
})
