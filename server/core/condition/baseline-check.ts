import type { RuleDefinition } from './definition.ts'
import type { IsoZones } from './iso-20816.ts'
import { isLearnt, spreadOf } from './measure/baseline.ts'
import type { BaselineMemory, BaselineSettings } from './measure/baseline.ts'
import { deviationMemory } from './measure/deviation.ts'

/** RESTARTING are the activities after which what was learnt of a machine no longer holds, as class catalogues name them. */
const RESTARTING: readonly string[] = ['replace', 'lubricate', 'adjust', 'align']

/** EXCHANGED is the activity under which other equipment at a position restarts learning. */
export const EXCHANGED = 'exchange'

/** restartsLearning tells whether a machine is another one after such work, so that its baselines must be learnt anew. */
export const restartsLearning = (activityCode: string | null | undefined): boolean => activityCode != null && RESTARTING.includes(activityCode.toLowerCase())

/** BaselineFinding says what is wrong with a new baseline: it lies beyond the old one on the bad side, or outside zone A and B of ISO 20816-3. */
export type BaselineFinding = 'worse' | 'outside-zone'

/** BaselineVerdict is what a rule's new baseline comes to: still learning, fine, or a finding in a band of its gate with the centres in the point's unit. */
export type BaselineVerdict =
  | { readonly state: 'learning' }
  | { readonly state: 'fine' }
  | { readonly state: 'asks'; readonly finding: BaselineFinding; readonly band: number; readonly was: number | null; readonly is: number }

/** LearningRule is what checking a baseline needs to know of a rule on a point. */
export interface LearningRule { readonly definition: RuleDefinition; readonly stalenessMs: number }

const settingsOf = ({ definition: { measure }, stalenessMs }: LearningRule): BaselineSettings | null =>
  measure.kind === 'deviation' ? { ...measure, maxGapMs: stalenessMs } : null

/** learntBands gives what a rule by deviation has learnt, one baseline per band of its gate (one without a gate); null where it has not learnt yet. */
const learntBands = (rule: LearningRule, memory: unknown): (BaselineMemory | null)[] => {
  const settings = settingsOf(rule)
  const parsed = deviationMemory.safeParse(memory)
  if (settings === null || !parsed.success) return []
  return parsed.data.bands.map((band) => (isLearnt(band, settings) ? band : null))
}

/** hasLearnt tells whether a rule's memory holds a baseline that may judge, in one band at least. */
export const hasLearnt = (rule: LearningRule, memory: unknown): boolean => learntBands(rule, memory).some((band) => band !== null)

/** settled gives a memory without what belongs to its newest moments, to be judged by at another time. */
export const settled = (memory: unknown): unknown => {
  const parsed = deviationMemory.safeParse(memory)
  return parsed.success ? { ...parsed.data, smooth: null } : memory
}

// One spread is what the machine did anyway: less than that is no change that anybody could see.
const isWorse = (direction: RuleDefinition['direction'], was: number, is: number, spread: number): boolean => {
  switch (direction) {
    case 'above': return is - was > spread
    case 'below': return was - is > spread
    case 'outside': return Math.abs(is - was) > spread
  }
}

/**
 * checkBaseline judges what a rule learnt since a repair against what it had learnt before, and against zone B of the machine's zones where it has any: a bad
 * repair must not become the new normal. before and after are the rule's memories; zones are in the point's unit.
 */
export function checkBaseline(rule: LearningRule, before: unknown, after: unknown, zones: IsoZones | null): BaselineVerdict {
  const settings = settingsOf(rule)
  const [old, now] = [learntBands(rule, before), learntBands(rule, after)]
  if (settings === null || now.every((band) => band === null)) return { state: 'learning' }
  const found = now.flatMap((band, index): (BaselineVerdict & { state: 'asks' })[] => {
    if (band === null) return []
    const known = old[index] ?? null
    const about = { state: 'asks', band: index, was: known?.centre ?? null, is: band.centre } as const
    if (zones !== null && band.centre > zones.bc) return [{ ...about, finding: 'outside-zone' }]
    const worse = known !== null && isWorse(rule.definition.direction, known.centre, band.centre, spreadOf(known, settings))
    return worse ? [{ ...about, finding: 'worse' }] : []
  })
  const [worst] = found.toSorted((a, b) => Number(b.finding === 'outside-zone') - Number(a.finding === 'outside-zone'))
  if (worst) return worst
  // Bands in which the machine never ran before are not waited for.
  const expected = old.some((band) => band !== null) ? old : now.map(() => true)
  return now.every((band, index) => band !== null || expected[index] == null) ? { state: 'fine' } : { state: 'learning' }
}
