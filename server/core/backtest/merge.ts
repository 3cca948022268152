import type { Rows } from './slice.ts'

/** Merger puts the rows of slices into the order of time. It keeps its columns from slice to slice, so that months pass through the same memory. */
export class Merger {
  private readonly order: ReadonlyMap<number, number>
  private pointNo = new Int32Array(0)
  private t = new Float64Array(0)
  private value = new Float64Array(0)

  /** order gives a point's place among readings of one instant. */
  constructor(order: ReadonlyMap<number, number>) {
    this.order = order
  }

  /** merge gives a slice's rows by time, and at one time by the order of judging. What it gave before is overwritten. */
  merge(slice: Rows): Rows {
    const runs = runsOf(slice)
    if (runs.length < 2) return slice
    this.grow(slice.n)
    const { pointNo, t, value } = this
    const heap = new RunHeap(slice, runs, this.order)
    for (let n = 0; n < slice.n; n += 1) {
      const row = heap.next()
      pointNo[n] = slice.pointNo[row] as number
      t[n] = slice.t[row] as number
      value[n] = slice.value[row] as number
    }
    return { n: slice.n, pointNo, t, value }
  }

  private grow(n: number): void {
    if (n <= this.t.length) return
    this.pointNo = new Int32Array(n)
    this.t = new Float64Array(n)
    this.value = new Float64Array(n)
  }
}

/** runsOf finds where a point's rows begin and end, as [begin, end) one after the other. */
const runsOf = ({ n, pointNo }: Rows): (readonly [number, number])[] => {
  const runs: (readonly [number, number])[] = []
  let begin = 0
  for (let row = 1; row <= n; row += 1) {
    if (row < n && pointNo[row] === pointNo[begin]) continue
    if (row > begin) runs.push([begin, row])
    begin = row
  }
  return runs
}

/** RunHeap is a binary heap of runs with the earliest next row on top: its keys lie in flat arrays, since every reading passes through it. */
class RunHeap {
  private readonly times: Float64Array
  private size: number
  private readonly at: Int32Array
  private readonly end: Int32Array
  private readonly rank: Int32Array
  private readonly time: Float64Array
  private readonly heap: Int32Array

  constructor({ t, pointNo }: Rows, runs: readonly (readonly [number, number])[], order: ReadonlyMap<number, number>) {
    this.times = t
    this.size = runs.length
    this.at = Int32Array.from(runs, ([begin]) => begin)
    this.end = Int32Array.from(runs, ([, end]) => end)
    this.rank = Int32Array.from(runs, ([begin]) => order.get(pointNo[begin] as number) ?? order.size)
    this.time = Float64Array.from(runs, ([begin]) => t[begin] as number)
    this.heap = Int32Array.from(runs, (_, run) => run)
    for (let place = (this.size >> 1) - 1; place >= 0; place -= 1) this.sink(place)
  }

  /** next gives the earliest row that was not given yet. */
  next(): number {
    const run = this.heap[0] as number
    const row = this.at[run] as number
    const following = row + 1
    if (following < (this.end[run] as number)) {
      this.at[run] = following
      this.time[run] = this.times[following] as number
    } else {
      this.size -= 1
      this.heap[0] = this.heap[this.size] as number
    }
    this.sink(0)
    return row
  }

  private sink(from: number): void {
    const { heap, time, rank, size } = this
    const run = heap[from] as number
    const t = time[run] as number
    const r = rank[run] as number
    let place = from
    for (let child = 2 * place + 1; child < size; child = 2 * place + 1) {
      let best = heap[child] as number
      let bestT = time[best] as number
      const right = child + 1
      if (right < size) {
        const other = heap[right] as number
        const otherT = time[other] as number
        if (otherT < bestT || (otherT === bestT && (rank[other] as number) < (rank[best] as number))) {
          best = other
          bestT = otherT
          child = right
        }
      }
      if (t < bestT || (t === bestT && r <= (rank[best] as number))) break
      heap[place] = best
      place = child
    }
    heap[place] = run
  }
}
