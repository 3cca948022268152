import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileLevels, UNKNOWN_ASSET } from '../condition/compile.ts'
import type { RuleDefinitionInput } from '../condition/definition.ts'
import { batchOf, configOf, definitionOf, sourceOf } from '../condition/fixtures.ts'
import { Run } from '../condition/store.fixture.ts'
import type { CompiledRule, EngineConfig } from '../condition/types.ts'
import { cutAt, playPast, viewsOf, type Row } from './fixtures.ts'
import type { JournalRow } from './journal.ts'

const END = 300_000
const STALENESS = 6000
// Two sources: A feeds points 1 and 9 (a gate), B feeds 2 and 3 (which expressions read).
const SOURCE_OF = new Map([[1, 'A'], [9, 'A'], [2, 'B'], [3, 'B']])

const KINDS: readonly Partial<RuleDefinitionInput>[] = [
  { limit: 6, clear: 4, forMs: 3000 },
  { limit: 5, keepFiringMs: 4000, failureMode: 'VIB' },
  { direction: 'below', limit: 3, forMs: 1000, failureMode: 'VIB', priority: 1 },
  { gate: { point: 'g', bands: [{ from: 0, to: 4, limit: 4 }, { from: 5, to: 10, limit: 7, clear: 5 }] }, forMs: 2000 },
  { measure: { kind: 'deviation', learnMs: 5000, minSpread: 0.5 }, limit: 2, clear: 1, forMs: 1000 },
  { measure: { kind: 'rate', windowMs: 4000, per: 'second' }, limit: 0.5, clear: 0.2 },
  { measure: { kind: 'expression', text: 'max(p, q) - g / 2' }, limit: 4, clear: 2 },
  { measure: { kind: 'silence' }, noData: { policy: 'alert', afterMs: 4000 } },
  { hold: { kind: 'samples', n: 3, of: 5 }, limit: 6, clear: 4 },
  { limit: 4, clear: 2, ladder: [{ limit: 6, clear: 5, priority: 2, forMs: 1000 }, { limit: 8, priority: 1 }], failureMode: 'VIB' },
  { limit: 6, noData: { policy: 'alert', afterMs: 9000 } },
]

const rulesOf = fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 4 }).map((rules) =>
  rules.flatMap(([over, pointNo], index): CompiledRule[] => {
    const own = { no: pointNo, code: 'p', assetId: 'A', stalenessMs: STALENESS }
    const others = [{ no: 9, code: 'g', assetId: 'A', stalenessMs: STALENESS }, { no: 3, code: 'q', assetId: 'A', stalenessMs: STALENESS }]
    return compileLevels(
      { ruleId: `R${index}`, ruleVersionId: 'V', definition: definitionOf({ priority: 3, ...over }) }, own,
      { gate: { no: 9, stalenessMs: STALENESS }, points: [own, ...others], asset: UNKNOWN_ASSET },
    )
  }))

/** A day of a lane: batches of the two sources in any order against each other (each in its own order of time), and ticks that may run ahead of the data. */
type Step = { readonly source: 'A' | 'B'; readonly rows: readonly Row[] } | { readonly source: 'A' | 'B'; readonly tick: number }

const dayOf = fc.array(fc.record({
  source: fc.constantFrom('A' as const, 'B' as const),
  tick: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 12_000 }) }),
  readings: fc.array(fc.record({
    pause: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(0, 500, 1000) }, { weight: 1, arbitrary: fc.constantFrom(6500, 15_000) }),
    first: fc.boolean(),
    value: fc.integer({ min: 0, max: 10 }),
  }), { minLength: 1, maxLength: 8 }),
}), { minLength: 1, maxLength: 14 }).map((steps) => {
  const now = { A: 0, B: 0 }
  const seen = new Set<string>()
  return steps.map(({ source, tick, readings }): Step => {
    if (tick !== null) return { source, tick: now[source] + tick }
    const points = source === 'A' ? [9, 1] as const : [2, 3] as const
    // A device sends what it measured at one instant in one batch.
    now[source] += 1
    return {
      source,
      rows: readings.flatMap(({ pause, first, value }): Row[] => {
        now[source] += pause
        const row: Row = [first ? points[0] : points[1], now[source], value]
        if (seen.has(`${row[0]}@${row[1]}`)) return []
        seen.add(`${row[0]}@${row[1]}`)
        return [row]
      }),
    }
  })
})

const config = (rules: readonly CompiledRule[], windows: readonly [number, number]): EngineConfig => configOf({
  rules, sources: [sourceOf({ sourceId: 'A', reorderWindowMs: windows[0] }), sourceOf({ sourceId: 'B', reorderWindowMs: windows[1] })],
  last: [...SOURCE_OF].map(([pointNo, sourceId]) => ({ pointNo, sourceId, recent: [], runningSince: null })),
  maintenance: [{ assetId: 'A', from: 20_000, to: 40_000, reason: 'work' }],
})

/** lived judges a day as a drain does, and notes the journal. */
function lived(start: EngineConfig, day: readonly Step[]): { run: Run; journal: JournalRow[] } {
  const run = new Run(start)
  const journal: JournalRow[] = []
  const through = { A: null as number | null, B: null as number | null }
  for (const step of day) {
    if ('tick' in step) {
      run.tick(step.source, step.tick)
      journal.push({ kind: 'tick', sourceId: step.source, through: through[step.source], at: step.tick })
    } else {
      run.fold(step.source, batchOf(step.rows))
      through[step.source] = Math.max(through[step.source] ?? -Infinity, ...step.rows.map(([, t]) => t))
      if (through[step.source] === -Infinity) through[step.source] = null
      journal.push({ kind: 'readings', sourceId: step.source, through: through[step.source] })
    }
  }
  return { run, journal }
}

const cutsOf = fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 10 })
const windowsOf = fc.constantFrom([0, 0] as const, [3000, 0] as const, [0, 5000] as const)
const rowsIn = (day: readonly Step[]): Row[] => day.flatMap((step) => ('rows' in step ? step.rows : []))

describe('history that is played', () => {
  it('with its journal comes to what was lived, whatever the rules, the batches, the ticks and the cut into slices', async () => {
    await fc.assert(fc.asyncProperty(rulesOf, dayOf, windowsOf, cutsOf, async (rules, day, windows, cuts) => {
      const start = config(rules, windows)
      const { run, journal } = lived(start, day)
      const played = await playPast({ config: start, sourceOf: SOURCE_OF, slices: cutAt(rowsIn(day), cuts, END), journal: { from: -Infinity, rows: journal }, to: END })
      expect(played.transitions).toEqual(run.store.transitions)
      expect(viewsOf(played.firings)).toEqual(run.incidents())
    }), { numRuns: 500 })
  })

  it('without a journal is the same in any cut into slices', async () => {
    await fc.assert(fc.asyncProperty(rulesOf, dayOf, windowsOf, cutsOf, async (rules, day, windows, cuts) => {
      const past = { config: config(rules, windows), sourceOf: SOURCE_OF, to: END, ends: [{ sourceId: 'A', at: 90_000, ticks: true }, { sourceId: 'B', at: 90_000, ticks: true }] }
      const whole = await playPast({ ...past, slices: cutAt(rowsIn(day), [], END) })
      expect(await playPast({ ...past, slices: cutAt(rowsIn(day), cuts, END) })).toEqual(whole)
    }), { numRuns: 300 })
  })

  it('with a journal that begins later is the same in any cut into slices', async () => {
    await fc.assert(fc.asyncProperty(rulesOf, dayOf, cutsOf, fc.nat(14), async (rules, day, cuts, kept) => {
      const start = config(rules, [0, 0])
      const rows = lived(start, day).journal.slice(kept)
      const from = Math.min(...rows.map(({ through }) => through ?? -Infinity))
      const past = { config: start, sourceOf: SOURCE_OF, to: END, ...(rows.length === 0 ? {} : { journal: { from, rows } }) }
      const whole = await playPast({ ...past, slices: cutAt(rowsIn(day), [], END) })
      expect(await playPast({ ...past, slices: cutAt(rowsIn(day), cuts, END) })).toEqual(whole)
      expect(whole.readings).toBe(rowsIn(day).length)
    }), { numRuns: 300 })
  })
})
