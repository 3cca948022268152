import type { Rows } from './slice.ts'

/** SourceQueue holds a source's rows, in the order of time, that came from history before their turn in the journal. */
export class SourceQueue {
  private head = 0
  private tail = 0
  private pointNo = new Int32Array(1024)
  private t = new Float64Array(1024)
  private value = new Float64Array(1024)

  /** push appends a row, no older than the last one. */
  push(pointNo: number, t: number, value: number): void {
    if (this.tail === this.t.length) this.makeRoom()
    this.pointNo[this.tail] = pointNo
    this.t[this.tail] = t
    this.value[this.tail] = value
    this.tail += 1
  }

  /** take removes the rows up to and at a time and gives them; they hold until the next push. */
  take(through: number): Rows {
    const { head } = this
    let [low, high] = [head, this.tail]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.t[middle] as number) <= through) low = middle + 1
      else high = middle
    }
    this.head = low
    return { n: low - head, pointNo: this.pointNo.subarray(head, low), t: this.t.subarray(head, low), value: this.value.subarray(head, low) }
  }

  private makeRoom(): void {
    const { head, tail } = this
    const size = (tail - head) * 2 > this.t.length ? this.t.length * 2 : this.t.length
    const keep = <Column extends Int32Array | Float64Array>(from: Column, to: Column): Column => {
      to.set(from.subarray(head, tail))
      return to
    }
    this.pointNo = keep(this.pointNo, new Int32Array(size))
    this.t = keep(this.t, new Float64Array(size))
    this.value = keep(this.value, new Float64Array(size))
    this.head = 0
    this.tail = tail - head
  }
}
