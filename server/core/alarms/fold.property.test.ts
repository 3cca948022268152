import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byTime, type LineAlarm } from './flood.ts'
import { foldLine, type Line } from './fold.ts'

const alarmsOf = fc
  .array(
    fc.record({
      second: fc.integer({ min: 0, max: 2400 }), machine: fc.integer({ min: 0, max: 30 }), priority: fc.constantFrom(1, 2, 3, 3, 3, 4),
      safety: fc.constantFrom(false, false, false, false, true),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((rows) => rows.map(({ second, machine, ...rest }, i): LineAlarm => ({ ...rest, id: `i${i}`, key: `k${machine}`, openedAt: second * 1000 })))
  // An episode is named by its key and its begin: no key opens twice at one instant.
  .map((alarms) => [...new Map(alarms.map((alarm) => [`${alarm.key}@${alarm.openedAt}`, alarm])).values()])

const shuffledOf = alarmsOf.chain((alarms) => fc.tuple(fc.constant(alarms), fc.shuffledSubarray(alarms, { minLength: alarms.length })))

/** inBatches folds a stream in the order of time, cut at places, as drains would. */
function inBatches(alarms: readonly LineAlarm[], cuts: readonly number[]): Map<string, string> {
  const sorted = [...alarms].sort(byTime)
  const edges = [0, ...[...cuts].map((cut) => cut % sorted.length).sort((a, b) => a - b), sorted.length]
  const folded = new Map<string, string>()
  let floods: Line['floods'] = []
  for (const [i, from] of edges.entries()) {
    const fresh = sorted.slice(from, edges[i + 1] ?? sorted.length)
    const first = fresh[0]?.openedAt
    if (first === undefined) continue
    // As the database is asked: 10 minutes back, and floods that are not over.
    const recent = sorted.slice(0, from).filter((alarm) => alarm.openedAt > first - 600_000).map((alarm) => ({ ...alarm, parentId: folded.get(alarm.id) ?? null }))
    const done = foldLine({ recent, floods: floods.filter((flood) => flood.endsAt > first) }, fresh)
    for (const [child, parent] of done.folded) folded.set(child, parent)
    floods = done.floods
  }
  return folded
}

describe('folding', () => {
  it('gives the same parents in any order of arrival', () => {
    fc.assert(fc.property(shuffledOf, ([alarms, shuffled]) => {
      expect(foldLine({ recent: [], floods: [] }, shuffled)).toEqual(foldLine({ recent: [], floods: [] }, alarms))
    }))
  })

  it('gives the same parents however a stream is cut into batches', () => {
    fc.assert(
      fc.property(alarmsOf, fc.array(fc.nat(), { maxLength: 6 }), (alarms, cuts) => {
        expect(Object.fromEntries(inBatches(alarms, cuts))).toEqual(Object.fromEntries(foldLine({ recent: [], floods: [] }, alarms).folded))
      }),
      { numRuns: 300 },
    )
  })

  it('hides nothing: no more urgent alarm, no safety alarm, none under one that is folded itself', () => {
    fc.assert(
      fc.property(alarmsOf, (alarms) => {
        const byId = new Map(alarms.map((alarm) => [alarm.id, alarm]))
        const { folded } = foldLine({ recent: [], floods: [] }, alarms)
        for (const [childId, parentId] of folded) {
          const [child, parent] = [byId.get(childId), byId.get(parentId)]
          expect(child?.safety).toBe(false)
          expect(parent?.safety).toBe(false)
          expect(child?.priority).toBeGreaterThanOrEqual(parent?.priority ?? 9)
          expect(child?.key).not.toBe(parent?.key)
          expect(byTime(parent as LineAlarm, child as LineAlarm)).toBeLessThan(0)
          expect(folded.has(parentId)).toBe(false)
        }
      }),
    )
  })

  it('leaves fewer than ten different alarms of the four priorities each to stand alone within any 10 minutes', () => {
    fc.assert(
      fc.property(alarmsOf, (alarms) => {
        const { folded, floods } = foldLine({ recent: [], floods: [] }, alarms)
        const parentKeys = new Set(floods.map((flood) => flood.parent.key))
        const alone = alarms.filter((alarm) => !folded.has(alarm.id) && !alarm.safety && !parentKeys.has(alarm.key))
        for (const { openedAt } of alone) {
          const within = alone.filter((alarm) => alarm.openedAt > openedAt - 600_000 && alarm.openedAt <= openedAt)
          expect(new Set(within.map((alarm) => alarm.key)).size).toBeLessThan(10)
        }
      }),
    )
  })
})
