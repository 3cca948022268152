/** DENSEST is how many samples a window keeps at most: denser ones are thinned, the newest is always there. */
const DENSEST = 1024
const FULL_SHARE = 0.8

/** Window keeps the samples of a moving stretch of event time, oldest first. A gap longer than maxGapMs begins it anew. */
export class Window {
  t: number[] = []
  value: number[] = []
  private first = 0
  private readonly lengthMs: number
  private readonly maxGapMs: number
  private readonly spacingMs: number

  constructor(lengthMs: number, maxGapMs: number) {
    this.lengthMs = lengthMs
    this.maxGapMs = maxGapMs
    this.spacingMs = lengthMs / DENSEST
  }

  /** push adds a sample and forgets what is older than the window. */
  push(t: number, value: number): void {
    const newest = this.t.at(-1)
    if (newest !== undefined && t - newest > this.maxGapMs) this.clear()
    // The newest sample is replaced while it lies too near to the one before it, so that a fast point costs no more than a slow one.
    const before = this.t.at(-2)
    if (before !== undefined && this.t.length - this.first > 2 && (this.t.at(-1) ?? t) - before < this.spacingMs) {
      this.t.pop()
      this.value.pop()
    }
    this.t.push(t)
    this.value.push(value)
    while ((this.t[this.first] ?? t) < t - this.lengthMs) this.first += 1
    if (this.first > DENSEST) this.compact()
  }

  /** isFull tells whether the samples cover at least four fifths of the window. */
  isFull(): boolean {
    return this.count() >= 3 && (this.t.at(-1) ?? 0) - (this.t[this.first] ?? 0) >= FULL_SHARE * this.lengthMs
  }

  /** count is the number of samples in the window. */
  count(): number {
    return this.t.length - this.first
  }

  /** each visits the samples, oldest first. */
  each(visit: (t: number, value: number) => void): void {
    for (let i = this.first; i < this.t.length; i += 1) visit(this.t[i] as number, this.value[i] as number)
  }

  /** clear forgets everything. */
  clear(): void {
    this.t = []
    this.value = []
    this.first = 0
  }

  /** save gives the samples as [t, value] pairs. */
  save(): [number, number][] {
    this.compact()
    return this.t.map((t, i) => [t, this.value[i] as number])
  }

  /** load puts saved samples back. */
  load(samples: readonly (readonly [number, number])[]): void {
    this.clear()
    for (const [t, value] of samples) {
      this.t.push(t)
      this.value.push(value)
    }
  }

  private compact(): void {
    this.t = this.t.slice(this.first)
    this.value = this.value.slice(this.first)
    this.first = 0
  }
}
