/** GATE_DEPTH is how many of a gate point's newest values are remembered: a value fed by a slower source looks back. */
export const GATE_DEPTH = 64

/** GateRing remembers the newest values of a gate point in event-time order. */
export class GateRing {
  private readonly times = new Float64Array(GATE_DEPTH)
  private readonly values = new Float64Array(GATE_DEPTH)
  private count = 0

  /** push adds a value; one that is not later than the newest is a duplicate and ignored. */
  push(t: number, value: number): void {
    if (this.count > 0 && t <= (this.times[(this.count - 1) % GATE_DEPTH] ?? -Infinity)) return
    const slot = this.count % GATE_DEPTH
    this.times[slot] = t
    this.values[slot] = value
    this.count += 1
  }

  /** at gives the newest value at or before t and at most stalenessMs older than t, or null. */
  at(t: number, stalenessMs: number): number | null {
    for (let back = 1; back <= GATE_DEPTH && back <= this.count; back += 1) {
      const slot = (this.count - back) % GATE_DEPTH
      const time = this.times[slot] ?? Infinity
      if (time <= t) return t - time <= stalenessMs ? (this.values[slot] ?? null) : null
    }
    return null
  }

  /** save gives the remembered values as [t, value], oldest first. */
  save(): [number, number][] {
    const from = Math.max(0, this.count - GATE_DEPTH)
    return Array.from({ length: this.count - from }, (_, i) => [this.times[(from + i) % GATE_DEPTH] ?? 0, this.values[(from + i) % GATE_DEPTH] ?? 0])
  }
}
