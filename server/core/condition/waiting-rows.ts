/**
 * WaitingRows holds the readings of one source that wait for its watermark, in columns. `point` is the engine's dense
 * point index, in which gate points come first, so that sorting by (t, point) is the order of judging.
 */
export class WaitingRows {
  n = 0
  point = new Int32Array(1024)
  t = new Float64Array(1024)
  value = new Float64Array(1024)
  private sorted = true

  /** push appends a row and notes whether the order still holds. */
  push(point: number, t: number, value: number): void {
    const n = this.n
    if (n === this.t.length) this.grow()
    if (this.sorted && n > 0) {
      const before = this.t[n - 1] as number
      if (t < before || (t === before && point < (this.point[n - 1] as number))) this.sorted = false
    }
    this.point[n] = point
    this.t[n] = t
    this.value[n] = value
    this.n = n + 1
  }

  /** sort puts the rows in the order of judging; rows of the same point and time keep the order of arrival. */
  sort(): void {
    if (this.sorted) return
    const { n, point, t, value } = this
    const order = Array.from({ length: n }, (_, row) => row)
    // Array sort adapts to runs that are already in order, which is how devices send; it is stable too.
    order.sort((a, b) => (t[a] as number) - (t[b] as number) || (point[a] as number) - (point[b] as number))
    this.point = new Int32Array(t.length)
    this.t = new Float64Array(t.length)
    this.value = new Float64Array(t.length)
    for (let row = 0; row < n; row += 1) {
      const from = order[row] as number
      this.point[row] = point[from] as number
      this.t[row] = t[from] as number
      this.value[row] = value[from] as number
    }
    this.sorted = true
  }

  /** dropFirst forgets the first rows, which have been judged. */
  dropFirst(count: number): void {
    if (count === 0) return
    this.point.copyWithin(0, count, this.n)
    this.t.copyWithin(0, count, this.n)
    this.value.copyWithin(0, count, this.n)
    this.n -= count
  }

  private grow(): void {
    const size = this.t.length * 2
    const { point, t, value } = this
    this.point = new Int32Array(size)
    this.t = new Float64Array(size)
    this.value = new Float64Array(size)
    this.point.set(point)
    this.t.set(t)
    this.value.set(value)
  }
}
