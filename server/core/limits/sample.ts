/**
 * Sample keeps values (and a second one beside each, such as the gate's) in bounded memory: when it is full it keeps every second of them and takes every
 * second from then on, so that it always holds an even share of all that came.
 */
export class Sample {
  private stride = 1
  private skip = 0
  private n = 0
  private readonly values: Float64Array
  private readonly others: Float64Array

  constructor(room = 1 << 20) {
    this.values = new Float64Array(room)
    this.others = new Float64Array(room)
  }

  /** add offers the next value. */
  add(value: number, other = NaN): void {
    if (this.skip > 0) {
      this.skip -= 1
      return
    }
    if (this.n === this.values.length) {
      this.thin()
      if (this.skip > 0) {
        this.skip -= 1
        return
      }
    }
    this.values[this.n] = value
    this.others[this.n] = other
    this.n += 1
    this.skip = this.stride - 1
  }

  /** every tells that it holds each so many-th of the values offered. */
  get every(): number {
    return this.stride
  }

  /** sorted gives the values held, ascending; with a test of the second ones, only those that pass. */
  sorted(test: ((other: number) => boolean) | null = null): Float64Array {
    if (test === null) return this.values.slice(0, this.n).sort()
    const kept = new Float64Array(this.n)
    let n = 0
    for (let place = 0; place < this.n; place += 1) if (test(this.others[place] as number)) kept[n++] = this.values[place] as number
    return kept.subarray(0, n).sort()
  }

  /** sortedOthers gives the second values held that are known, ascending. */
  sortedOthers(): Float64Array {
    return this.others.slice(0, this.n).filter((other) => !Number.isNaN(other)).sort()
  }

  private thin(): void {
    const kept = this.n >> 1
    for (let place = 0; place < kept; place += 1) {
      this.values[place] = this.values[2 * place] as number
      this.others[place] = this.others[2 * place] as number
    }
    this.n = kept
    this.stride *= 2
    // With an even count the next one to be kept is the one that comes now.
    this.skip = 0
  }
}
