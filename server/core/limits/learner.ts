import { bandAt } from '../condition/judge.ts'
import { GateRing } from '../condition/gate-ring.ts'
import { signalFor } from '../condition/measure/of-rule.ts'
import { scheduleClock } from '../condition/schedule.ts'
import type { CompiledRule } from '../condition/types.ts'
import { Merger } from '../backtest/merge.ts'
import { judgingOrder, type Slice } from '../backtest/slice.ts'
import type { BandStatistics } from './candidates.ts'
import { leftOutClock, type LeftOut } from './left-out.ts'
import { Sample } from './sample.ts'
import { bandsByQuantiles, type StateBand } from './state-bands.ts'
import { sortedQuantile, statisticsOf } from './statistics.ts'

/** States are how the machine's states are told: not at all, by the rule's own bands, or by cutting the gate's values into so many. */
export type States = { readonly by: 'none' } | { readonly by: 'given'; readonly bands: readonly StateBand[] } | { readonly by: 'quantiles'; readonly count: number }

/** LEAST is how many readings a state of the machine needs before anything is learnt of it. */
const LEAST = 100

/** Learner reads a point's history in the order of time, as the rule would judge it, and keeps how its values lie. */
export class Learner {
  /** Readings of the point that limits are learnt from, and those that were left out. */
  learnt = 0
  leftOut = 0
  private readonly rule: CompiledRule
  private readonly merger: Merger
  private readonly ring = new GateRing()
  private readonly values = new Sample()
  private readonly gaps = new Sample(1 << 14)
  private readonly isOut: (t: number) => boolean
  private readonly isActive: (t: number) => boolean
  private readonly signal: ReturnType<typeof signalFor>
  private lastT = -Infinity

  /** The rule's own limits do not matter here, only what it measures, when, and by which gate. */
  constructor(rule: CompiledRule, windows: readonly LeftOut[]) {
    this.rule = rule
    this.merger = new Merger(judgingOrder([rule]))
    this.isOut = leftOutClock(windows)
    const { schedule } = rule.definition
    this.isActive = schedule === null ? () => true : scheduleClock(schedule, rule.timeZone)
    this.signal = signalFor(rule)
  }

  /** take reads the next slice. */
  take(slice: Slice): void {
    const { n, pointNo, t, value } = this.merger.merge(slice)
    for (let row = 0; row < n; row += 1) {
      if (pointNo[row] === this.rule.gatePointNo) this.ring.push(t[row] as number, value[row] as number)
      else if (pointNo[row] === this.rule.pointNo) this.learn(t[row] as number, value[row] as number)
    }
  }

  /** spacingMs is how far apart readings usually are; 0 where that is not known. */
  get spacingMs(): number {
    return sortedQuantile(this.gaps.sorted(), 0.5) || 0
  }

  /** every tells that each so many-th reading was kept. */
  get every(): number {
    return this.values.every
  }

  /** states describes the values in each state of the machine; one in which too little was read is left out. */
  states(how: States): BandStatistics[] {
    const bands = how.by === 'given' ? how.bands : how.by === 'quantiles' ? bandsByQuantiles(this.values.sortedOthers(), how.count) : null
    // As the engine finds a gate's band: at a shared edge the lower one.
    const places = (bands ?? []).map((band) => ({ ...band, limit: 0, clear: null }))
    return (bands ?? [null]).flatMap((band, index) => {
      const statistics = statisticsOf(this.values.sorted(band === null ? null : (gate) => bandAt(places, gate) === places[index]))
      return statistics === null || statistics.n < LEAST ? [] : [{ band, statistics }]
    })
  }

  private learn(t: number, value: number): void {
    if (!Number.isFinite(value) || t <= this.lastT) return
    const gap = t - this.lastT
    this.lastT = t
    const gateValue = this.rule.gatePointNo === null ? null : this.ring.at(t, this.rule.gateStalenessMs)
    const out = this.isOut(t) || !this.isActive(t) || (this.rule.gatePointNo !== null && gateValue === null)
    const measured = this.signal === null ? value : this.signal.take({ t, value, gateValue, learn: !out })
    if (Number.isFinite(gap)) this.gaps.add(gap)
    if (out || measured === null) {
      this.leftOut += 1
      return
    }
    this.learnt += 1
    this.values.add(measured, gateValue ?? NaN)
  }
}
