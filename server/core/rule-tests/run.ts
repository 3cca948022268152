import { compileForAsset } from '../condition/compile.ts'
import type { RuleDefinition } from '../condition/definition.ts'
import { createEngine } from '../condition/engine.ts'
import { memberOf } from '../condition/incident-book.ts'
import { NO_PAUSES } from '../condition/pauses.ts'
import type { CompiledRule, Engine } from '../condition/types.ts'
import type { RuleTest } from './format.ts'
import { Outcome } from './outcome.ts'

/** TestResult is one test with what was not as expected, in words; none when it passed. */
export interface TestResult { readonly name: string; readonly passed: boolean; readonly failures: readonly string[] }

const SOURCE = 'test'
const ASSET = 'machine'

const pointsOf = (rule: RuleDefinition, test: RuleTest) => {
  const codes = [...new Set([...rule.points, ...(rule.gate === null ? [] : [rule.gate.point]), ...Object.keys(test.series), ...Object.keys(test.points)])]
  return codes.map((code, index) => {
    const given = test.points[code]
    return {
      no: index + 1, code, assetId: ASSET, stalenessMs: given?.staleness ?? 600_000, unit: given?.unit ?? '', rangeLow: given?.rangeLow ?? null, rangeHigh: given?.rangeHigh ?? null,
      bandLowHz: given?.band?.[0] ?? null, bandHighHz: given?.band?.[1] ?? null, sampleRateHz: given?.sampleRate ?? null,
    }
  })
}

type Points = ReturnType<typeof pointsOf>

const compiled = (rule: RuleDefinition, test: RuleTest, points: Points): CompiledRule[] => {
  const { power, shaftHeight, speed, support, machineType } = test.machine
  return compileForAsset({ ruleId: 'rule', ruleVersionId: 'version', definition: rule }, points, {
    machine: { powerKw: power, shaftHeightMm: shaftHeight, speedRpm: speed, support, machineType }, timeZone: test.timeZone, learnFrom: null,
  })
}

const open = (rules: readonly CompiledRule[], test: RuleTest, points: Points): Engine =>
  createEngine({
    rules, states: [], incidents: [], maintenance: [],
    last: points.map(({ no }) => ({ pointNo: no, sourceId: null, recent: [], runningSince: null })),
    sources: [{ sourceId: SOURCE, clock: test.clock, reorderWindowMs: 0, watermark: null, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES }],
  })

interface Row { readonly pointNo: number; readonly t: number; readonly value: number }

const rowsOf = (test: RuleTest, points: Points, from: number): Row[] =>
  points.flatMap(({ code, no }) => (test.series[code] ?? []).flatMap((value, index): Row[] => (value === null ? [] : [{ pointNo: no, t: from + index * test.interval, value }])))
    .sort((a, b) => a.t - b.t)

const fold = (engine: Engine, rows: readonly Row[]): void => {
  engine.fold(SOURCE, {
    n: rows.length, pointNo: Int32Array.from(rows, (row) => row.pointNo), t: Float64Array.from(rows, (row) => row.t), value: Float64Array.from(rows, (row) => row.value),
    judge: new Uint8Array(rows.length).fill(1),
  })
}

/** runRuleTest judges a rule's series with the engine that judges live readings, and compares at each time what was expected. A live clock ticks at those times. */
export const runRuleTest = (rule: RuleDefinition, test: RuleTest): TestResult => {
  const points = pointsOf(rule, test)
  const rules = compiled(rule, test, points)
  const engine = open(rules, test, points)
  const from = Date.parse(test.start)
  const rows = rowsOf(test, points, from)
  const outcome = new Outcome(from)
  const failures: string[] = []
  let next = 0
  for (const expected of [...test.expect].sort((a, b) => a.at - b.at)) {
    const at = from + expected.at
    const upTo = rows.findIndex((row, index) => index >= next && row.t > at)
    const end = upTo === -1 ? rows.length : upTo
    fold(engine, rows.slice(next, end))
    next = end
    // The newest instant waits for a later one: a reading of a point that no rule knows brings it.
    fold(engine, [{ pointNo: 0, t: at + 1, value: 0 }])
    if (test.clock === 'live') engine.tick(SOURCE, at)
    outcome.take(engine.takeEffects())
    failures.push(...outcome.compare(expected, (place) => memberOfPlace(rules, place)))
  }
  return { name: test.name, passed: failures.length === 0, failures }
}

const PLACE = /^(.+?)(?: level (\d+))?$/

/** memberOfPlace finds the instance that "temp" or "temp level 1" names; null when the rule has none there. */
const memberOfPlace = (rules: readonly CompiledRule[], place: string): string | null => {
  const [, code, level = '0'] = PLACE.exec(place) ?? []
  const found = rules.find((rule) => rule.pointCode === code && rule.level === Number(level))
  return found === undefined ? null : memberOf(found)
}
