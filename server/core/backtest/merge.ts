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
    const tournament = new Tournament(slice, runs, this.order)
    for (let n = 0; n < slice.n; n += 1) {
      const row = tournament.next()
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

/**
 * Tournament finds the earliest next row among runs (a tree of losers, D. E. Knuth, The Art of Computer Programming 3, 5.4.1): after each row only the matches on
 * one way up are played again, one comparison a level. Its keys lie in flat arrays, since every reading passes through it.
 */
class Tournament {
  private readonly times: Float64Array
  private readonly at: Int32Array
  private readonly end: Int32Array
  private readonly rank: Int32Array
  private readonly time: Float64Array
  /** Who lost the match at each place of the tree; runs are its leaves, at places from their count on. */
  private readonly losers: Int32Array
  private winner: number

  constructor({ t, pointNo }: Rows, runs: readonly (readonly [number, number])[], order: ReadonlyMap<number, number>) {
    this.times = t
    this.at = Int32Array.from(runs, ([begin]) => begin)
    this.end = Int32Array.from(runs, ([, end]) => end)
    this.rank = Int32Array.from(runs, ([begin]) => order.get(pointNo[begin] as number) ?? order.size)
    this.time = Float64Array.from(runs, ([begin]) => t[begin] as number)
    this.losers = new Int32Array(runs.length)
    const winners = Int32Array.from({ length: 2 * runs.length }, (_, place) => place - runs.length)
    for (let place = runs.length - 1; place > 0; place -= 1) {
      const [one, other] = [winners[2 * place] as number, winners[2 * place + 1] as number]
      const isFirst = this.beats(one, other)
      winners[place] = isFirst ? one : other
      this.losers[place] = isFirst ? other : one
    }
    this.winner = winners[1] as number
  }

  /** next gives the earliest row that was not given yet. */
  next(): number {
    const { losers } = this
    let run = this.winner
    const row = this.at[run] as number
    const following = row + 1
    this.at[run] = following
    // A run that is over loses every match.
    this.time[run] = following < (this.end[run] as number) ? (this.times[following] as number) : Infinity
    for (let place = (run + losers.length) >> 1; place > 0; place >>= 1) {
      const rival = losers[place] as number
      if (this.beats(rival, run)) {
        losers[place] = run
        run = rival
      }
    }
    this.winner = run
    return row
  }

  private beats(one: number, other: number): boolean {
    const t = this.time[one] as number
    const u = this.time[other] as number
    return t < u || (t === u && (this.rank[one] as number) < (this.rank[other] as number))
  }
}
