import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileLevels, UNKNOWN_ASSET } from './compile.ts'
import { batchOf, configOf, definitionOf, instanceOf, sourceOf } from './fixtures.ts'
import type { RuleDefinitionInput } from './definition.ts'
import { firingsByHand, judgeAlone } from './reference.fixture.ts'
import { Run } from './store.fixture.ts'
import type { CompiledRule, EngineConfig } from './types.ts'

type Row = readonly [pointNo: number, t: number, value: number]

const GATE = 9
const END = 200_000
const STALENESS = 6000

const ruleOf = fc.record({
  kind: fc.constantFrom('above', 'below', 'outside', 'gated' as const),
  limit: fc.integer({ min: 4, max: 8 }),
  band: fc.integer({ min: 0, max: 4 }),
  forMs: fc.constantFrom(0, 1000, 3000, 9000),
  keepFiringMs: fc.constantFrom(0, 2000, 7000),
  noData: fc.record({ policy: fc.constantFrom('keep', 'alert', 'ok'), afterMs: fc.constantFrom(null, 2000, 10_000) }),
  failureMode: fc.constantFrom(null, 'VIB'),
  priority: fc.integer({ min: 1, max: 4 }),
  warmupMs: fc.constantFrom(0, 0, 4000),
  pointNo: fc.integer({ min: 1, max: 3 }),
}).map(({ kind, limit, band, pointNo, ...common }) => {
  const own = { pointNo, stalenessMs: STALENESS }
  if (kind === 'outside') return instanceOf({ ...common, direction: 'outside', low: limit - band - 1, high: limit }, own)
  if (kind === 'below') return instanceOf({ ...common, direction: 'below', limit, clear: limit + band }, own)
  if (kind === 'above') return instanceOf({ ...common, limit, clear: limit - band }, own)
  return instanceOf({ ...common, gate: { point: 'g', bands: [{ from: 2, to: 4, limit, clear: limit - band }, { from: 6, to: 8, limit: limit + 1 }] } }, own)
})

const rulesOf = fc.array(ruleOf, { minLength: 1, maxLength: 4 }).map((rules) => rules.map((rule, index): CompiledRule => ({
  ...rule, ruleId: `R${index}`, incidentKey: rule.failureMode === null ? `A:rule:R${index}` : 'A:VIB', gateStalenessMs: STALENESS,
})))

/** MEASURED are rules that judge something else than the value itself, count, have levels, or rest at times. */
const MEASURED: readonly Partial<RuleDefinitionInput>[] = [
  { measure: { kind: 'rate', windowMs: 4000, per: 'second' }, limit: 0.5, clear: 0.2 },
  { measure: { kind: 'rate', windowMs: 8000, per: 'minute' }, direction: 'below', limit: -20, forMs: 2000 },
  { measure: { kind: 'deviation', learnMs: 5000, minSpread: 0.5 }, limit: 2, clear: 1, forMs: 1000 },
  { measure: { kind: 'deviation', learnMs: 5000, halfLifeMs: 10_000, trend: true, freezeAt: 3, smoothMs: 2000 }, direction: 'outside', low: -2, high: 2 },
  { measure: { kind: 'deviation', learnMs: 3000, minSpread: 1 }, gate: { point: 'g', bands: [{ from: 0, to: 5, limit: 2 }, { from: 6, to: 10, limit: 3, clear: 1 }] } },
  { measure: { kind: 'deviation', learnMs: 3000 }, limit: 2, warmupMs: 4000 },
  { measure: { kind: 'expression', text: 'p + g > 12 or not p < 9' }, forMs: 1000 },
  { measure: { kind: 'expression', text: 'max(p, q) - g / 2' }, limit: 4, clear: 2, keepFiringMs: 2000 },
  { measure: { kind: 'stuck', tolerance: 1 }, limit: 2, keepFiringMs: 1000 },
  { measure: { kind: 'noise', windowMs: 5000 }, limit: 3 },
  { measure: { kind: 'clipping', windowMs: 5000, low: 1, high: 9 }, limit: 30, clear: 10 },
  { measure: { kind: 'silence' }, noData: { policy: 'alert', afterMs: 4000 } },
  { hold: { kind: 'samples', n: 3, of: 5 }, limit: 6, clear: 4 },
  { hold: { kind: 'time', ms: 2000, withinMs: 6000 }, limit: 6, keepFiringMs: 3000 },
  { limit: 4, clear: 2, ladder: [{ limit: 6, clear: 5, priority: 2, forMs: 1000 }, { limit: 8, priority: 1 }], failureMode: 'VIB' },
  { limit: 5, schedule: [{ days: [4], from: '00:00', to: '00:01' }] },
]

const measuredOf = fc.array(fc.tuple(fc.constantFrom(...MEASURED), fc.integer({ min: 1, max: 3 }), fc.constantFrom('keep', 'alert' as const)), { minLength: 1, maxLength: 4 })
  .map((rules) => rules.flatMap(([over, pointNo, policy], index) => {
    const definition = definitionOf({ priority: 3, noData: { policy, afterMs: 10_000 }, ...over })
    const own = { no: pointNo, code: 'p', assetId: 'A', stalenessMs: STALENESS }
    const others = [{ no: GATE, code: 'g', assetId: 'A', stalenessMs: STALENESS }, { no: 3, code: 'q', assetId: 'A', stalenessMs: STALENESS }]
    return compileLevels({ ruleId: `R${index}`, ruleVersionId: 'V', definition }, own, { gate: { no: GATE, stalenessMs: STALENESS }, points: [own, ...others], asset: UNKNOWN_ASSET })
  }))

/** anyRulesOf are rules of every kind. */
const anyRulesOf = fc.oneof(rulesOf, measuredOf)

const maintenanceOf = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 })), { maxLength: 2 })
  .map((windows) => windows.map(([from, length]) => ({ assetId: 'A', from: from * 1000, to: (from + length) * 1000, reason: 'work' })))

/** streamOf makes readings in event-time order, each (point, time) once, with gaps now and then. */
const streamOf = fc.array(fc.record({
  pause: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(0, 500, 1000) }, { weight: 1, arbitrary: fc.constantFrom(6000, 6500, 15_000) }),
  pointNo: fc.constantFrom(1, 1, 2, 3, GATE, GATE),
  value: fc.integer({ min: 0, max: 10 }),
}), { minLength: 1, maxLength: 80 }).map((steps) => {
  const seen = new Set<string>()
  let t = 0
  return steps.flatMap(({ pause, pointNo, value }): Row[] => {
    t += pause
    if (seen.has(`${pointNo}@${t}`)) return []
    seen.add(`${pointNo}@${t}`)
    return [[pointNo, t, value]]
  })
})

const cutsOf = fc.array(fc.nat(100), { maxLength: 12 })

/** cut splits rows at the given places. */
const cut = (rows: readonly Row[], places: readonly number[]): Row[][] => {
  const at = [...new Set(places.map((place) => place % (rows.length + 1)))].sort((a, b) => a - b)
  return [0, ...at].map((from, index) => rows.slice(from, at[index]))
}

/** cutAtInstants splits rows only where the time changes. */
const cutAtInstants = (rows: readonly Row[], places: readonly number[]): Row[][] =>
  cut(rows, places.filter((place) => { const at = place % (rows.length + 1); return at === 0 || rows[at]?.[1] !== rows[at - 1]?.[1] }))

/** NAMED are all points of the lane, as a lane names them: a source is heard by those without a rule, too. */
const NAMED = [1, 2, 3, GATE].map((pointNo) => ({ pointNo, sourceId: null, recent: [], runningSince: null }))

const outcome = (run: Run) => ({ transitions: run.store.transitions, incidents: run.incidents() })
const feed = (config: EngineConfig, batches: readonly (readonly Row[])[]): Run => {
  const run = new Run(config)
  for (const batch of batches) run.fold('S', batchOf(batch))
  return run.fold('S', batchOf([[77, END, 0]]))
}
const config = (rules: readonly CompiledRule[], maintenance: EngineConfig['maintenance'] = [], over: Partial<EngineConfig['sources'][number]> = {}): EngineConfig =>
  configOf({ rules, maintenance, sources: [sourceOf({ clock: 'replay', ...over })], last: NAMED })
const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>): void => { fc.assert(property, { numRuns: 400 }) }

describe('the engine, whatever the rules and the readings', () => {
  it('gives the same result for any batching', () => {
    check(fc.property(anyRulesOf, maintenanceOf, streamOf, cutsOf, (rules, maintenance, rows, cuts) => {
      expect(outcome(feed(config(rules, maintenance), cut(rows, cuts)))).toEqual(outcome(feed(config(rules, maintenance), [rows])))
    }))
  })

  it('gives the same result for any order inside the reorder window', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 80, maxLength: 80 })
    check(fc.property(anyRulesOf, maintenanceOf, streamOf, delays, cutsOf, (rules, maintenance, rows, delay, cuts) => {
      const arrival = new Map(rows.map((row, index) => [row, row[1] + (delay[index] ?? 0)]))
      const mixed = [...rows].sort((a, b) => (arrival.get(a) ?? 0) - (arrival.get(b) ?? 0))
      const windowed = config(rules, maintenance, { reorderWindowMs: 5000 })
      expect(outcome(feed(windowed, cut(mixed, cuts)))).toEqual(outcome(feed(windowed, [rows])))
    }))
  })

  it('judges what comes twice once', () => {
    check(fc.property(anyRulesOf, streamOf, fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { maxLength: 10 }), cutsOf, (rules, rows, copies, cuts) => {
      const batches = cut(rows, cuts)
      const repeated = batches.map((batch, index) => [
        ...batch,
        ...copies
          .filter(([, to]) => to % batches.length === index)
          .flatMap(([from]) => rows.slice(0, rows.indexOf(batch.at(-1) ?? [0, 0, 0]) + 1).slice(from).slice(0, 3)),
      ])
      expect(outcome(feed(config(rules), repeated))).toEqual(outcome(feed(config(rules), batches)))
    }))
  })

  it('goes on after a restart at any point as if there had been none', () => {
    const savedAndRestarted = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 14, maxLength: 14 })
    check(fc.property(anyRulesOf, maintenanceOf, streamOf, cutsOf, savedAndRestarted, (rules, maintenance, rows, cuts, moments) => {
      const made = new Run(config(rules, maintenance))
      cut(rows, cuts).forEach((batch, index) => {
        made.fold('S', batchOf(batch))
        const [saved, restarted] = moments[index] ?? [false, false]
        if (saved) made.saveSignals()
        if (restarted) made.restart()
      })
      made.fold('S', batchOf([[77, END, 0]]))
      expect(outcome(made)).toEqual(outcome(feed(config(rules, maintenance), [rows])))
    }))
  })

  it('comes to the same end with ticks between the data, with and without restarts', () => {
    const ticks = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 14, maxLength: 14 })
    check(fc.property(anyRulesOf, maintenanceOf, streamOf, cutsOf, ticks, (rules, maintenance, rows, cuts, moments) => {
      const live = config(rules, maintenance, { clock: 'live' })
      const made = new Run(live)
      const batches = cutAtInstants(rows, cuts)
      batches.forEach((batch, index) => {
        made.fold('S', batchOf(batch))
        const now = batch.at(-1)?.[1]
        const next = batches.slice(index + 1).find((later) => later.length > 0)?.[0]?.[1] ?? END
        const [ticked, restarted, share] = moments[index] ?? [false, false, 0]
        // Ticks never reach the next reading: that would be data the tick could not know.
        if (ticked && now !== undefined && next > now) made.tick('S', now + Math.floor((next - now - 1) * share))
        if (restarted) made.restart()
      })
      made.fold('S', batchOf([[77, END, 0]]))
      expect(outcome(made)).toEqual(outcome(feed(live, [rows])))
    }))
  })

  it('ticks at its own deadlines see every transition at its time, and no earlier tick sees one', () => {
    check(fc.property(anyRulesOf, streamOf, (rules, rows) => {
      const live = config(rules, [], { clock: 'live' })
      const made = new Run(live)
      made.fold('S', batchOf(rows)).tick('S', rows.at(-1)?.[1] ?? 0)
      for (let due = made.engine.deadlines(); due !== null; due = made.engine.deadlines()) {
        const before = made.store.transitions.length
        expect(made.tick('S', due - 1).store.transitions.length).toBe(before)
        made.tick('S', due)
        expect(made.engine.deadlines()).not.toBe(due)
      }
      expect(outcome(made)).toEqual(outcome(feed(live, [rows])))
    }))
  })

  it('agrees for each rule with the pure steps taken one by one', () => {
    check(fc.property(rulesOf, streamOf, cutsOf, (rules, rows, cuts) => {
      const cold = rules.map((rule): CompiledRule => ({ ...rule, definition: { ...rule.definition, warmupMs: 0 } }))
      const made = feed(config(cold), cut(rows, cuts))
      const readings = rows.map(([pointNo, t, value]) => ({ pointNo, t, value }))
      for (const rule of cold) {
        const own = made.store.transitions.filter((one) => one.ruleId === rule.ruleId)
        const alone = judgeAlone(rule, readings, END)
        expect(own.map(({ at, from, to, reason, value, limit, gateValue }) => ({ at, from, to, reason, value, limit, gateValue }))).toEqual(alone)
      }
    }))
  })

  it('fires exactly where a breach has held, found by hand', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom(500, 1000, 2000, 5000, 6000, 6500, 20_000), fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 40 })
    check(fc.property(rows, fc.constantFrom(0, 1000, 2500, 6000, 14_000), cutsOf, (steps, forMs, cuts) => {
      let t = 0
      const stream = steps.map(([pause, value]): Row => [1, (t += pause), value])
      const made = feed(config([instanceOf({ limit: 5, forMs }, { stalenessMs: STALENESS })]), cut(stream, cuts))
      const expected = firingsByHand({ limit: 5, forMs, stalenessMs: STALENESS }, stream.map(([, at, value]) => ({ t: at, value })), END)
      expect(made.incidents().map((one) => [one.openedAt, one.resolvedAt])).toEqual(expected)
    }))
  })

  it('keeps its books: an episode opens by a firing, holds who fires, and ends with the last of them', () => {
    check(fc.property(anyRulesOf, maintenanceOf, streamOf, (rules, maintenance, rows) => {
      const made = feed(config(rules, maintenance), [rows])
      const open = made.incidents().filter((one) => one.state === 'open')
      expect(new Set(open.map((one) => one.key)).size).toBe(open.length)
      for (const one of made.incidents()) {
        expect(one.firing.length === 0).toBe(one.state === 'resolved')
        expect(one.resolvedAt ?? Infinity).toBeGreaterThanOrEqual(one.openedAt)
        expect(made.store.transitions.some((change) => change.incident?.key === one.key && change.at === one.openedAt)).toBe(true)
      }
      for (const change of made.store.transitions) {
        if (change.incident !== null) expect(made.store.incidents.has(`${change.incident.key}@${change.incident.openedAt}`)).toBe(true)
      }
      const times = made.store.transitions.map((one) => one.at)
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }))
  })
})
