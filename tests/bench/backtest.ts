import { Engine as RulesEngine } from 'json-rules-engine'
import { FiringBook } from '#server/core/backtest/firing-book.ts'
import { Player } from '#server/core/backtest/player.ts'
import { judgingOrder, type Slice } from '#server/core/backtest/slice.ts'
import { compileForAsset } from '#server/core/condition/compile.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { createEngine } from '#server/core/condition/engine.ts'
import { NO_PAUSES } from '#server/core/condition/pauses.ts'
import type { CompiledRule } from '#server/core/condition/types.ts'

const READINGS = 10_000_000
const POINTS = 100
const RULES = 20
const SLICE = 200_000
/** What the other engine is given of the same readings: it is timed over these. */
const SAMPLE = 100_000
const LIMIT = 95
const SECOND_MS = 1000

const pointsOf = (rule: number): number[] => Array.from({ length: POINTS / RULES }, (_, i) => rule * (POINTS / RULES) + i + 1)

/** compiled gives 20 threshold rules, each on five points of a machine of its own. */
const compiled = (): CompiledRule[] => Array.from({ length: RULES }, (_, rule) => {
  const definition = ruleDefinition.parse({ kind: 'threshold', points: ['value'], direction: 'above', limit: LIMIT, clear: 90, priority: 3 })
  return pointsOf(rule).flatMap((no) => compileForAsset({ ruleId: `rule ${rule}`, ruleVersionId: 'v', definition }, [{ no, code: 'value', assetId: `machine ${no}`, stalenessMs: 60_000 }]))
}).flat()

/** valueAt is a point's reading: a slow swing with a little noise, beyond the limit now and then. */
const valueAt = (point: number, i: number): number => 60 + 30 * Math.sin(i / 900 + point) + ((i * 7919 + point * 104_729) % 97) / 16

/** sliceAt makes the k-th slice as a store gives it: point by point, each by time. */
function sliceAt(k: number): Slice {
  const each = SLICE / POINTS
  const slice = { n: SLICE, pointNo: new Int32Array(SLICE), t: new Float64Array(SLICE), value: new Float64Array(SLICE), to: (k + 1) * each * SECOND_MS }
  let row = 0
  for (let point = 1; point <= POINTS; point += 1) {
    for (let i = k * each; i < (k + 1) * each; i += 1) {
      slice.pointNo[row] = point
      slice.t[row] = i * SECOND_MS + point
      slice.value[row] = valueAt(point, i)
      row += 1
    }
  }
  return slice
}

/** ours judges all readings, merging by time included; making them is not counted. */
function ours(): { readonly perSecond: number; readonly firings: number } {
  const rules = compiled()
  const engine = createEngine({
    rules, states: [], incidents: [], maintenance: [], last: [],
    sources: [{ sourceId: 'source', clock: 'live', reorderWindowMs: 0, watermark: null, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES }],
  })
  const book = new FiringBook(rules)
  const player = new Player({ engines: [engine], sourceOf: new Map(rules.map((rule) => [rule.pointNo, 'source'])), order: judgingOrder(rules), journalFrom: null })
  let ms = 0
  for (let k = 0; k < READINGS / SLICE; k += 1) {
    const slice = sliceAt(k)
    const begun = performance.now()
    player.offer(slice)
    book.take(engine.takeEffects())
    ms += performance.now() - begun
  }
  return { perSecond: (player.readings / ms) * 1000, firings: book.firings().length }
}

/** theirs judges the first readings by json-rules-engine, as its users write such rules: one run for each reading. */
async function theirs(): Promise<{ readonly perSecond: number; readonly events: number }> {
  const engine = new RulesEngine()
  for (let rule = 0; rule < RULES; rule += 1) {
    engine.addRule({
      conditions: { all: [{ fact: 'point', operator: 'in', value: pointsOf(rule) }, { fact: 'value', operator: 'greaterThan', value: LIMIT }] }, event: { type: `rule ${rule}` },
    })
  }
  const slice = sliceAt(0)
  let events = 0
  const begun = performance.now()
  for (let row = 0; row < SAMPLE; row += 1) events += (await engine.run({ point: slice.pointNo[row], value: slice.value[row] })).events.length
  return { perSecond: (SAMPLE / (performance.now() - begun)) * 1000, events }
}

/** backtestBench measures how many readings a second a back-test judges on one core, beside json-rules-engine on the same threshold rules and readings. */
export async function backtestBench(): Promise<Record<string, unknown>> {
  const own = ours()
  console.log(`ours: ${Math.round(own.perSecond)} readings/s over ${READINGS} (${own.firings} firings)`)
  const other = await theirs()
  console.log(`json-rules-engine: ${Math.round(other.perSecond)} readings/s over ${SAMPLE} (${other.events} events)`)
  return {
    bench: 'backtest', readings: READINGS, points: POINTS, rules: RULES, readingsPerSecond: Math.round(own.perSecond),
    jsonRulesEngine: { readings: SAMPLE, readingsPerSecond: Math.round(other.perSecond) },
    ratio: Math.round(own.perSecond / other.perSecond), firings: own.firings,
  }
}
