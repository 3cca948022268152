interface Moment { readonly at: number; readonly act: () => void }

/** Moments lets things happen in the order of time; what is planned for the same time happens in the order of planning. Nothing happens after `until`. */
export class Moments {
  private readonly until: number
  // The next one stands last.
  private readonly planned: Moment[] = []

  constructor(until: number) {
    this.until = until
  }

  /** plan lets something happen at a time. */
  plan(at: number, act: () => void): void {
    if (at > this.until) return
    let [low, high] = [0, this.planned.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.planned[middle] as Moment).at > at) low = middle + 1
      else high = middle
    }
    this.planned.splice(low, 0, { at, act })
  }

  /** run lets everything happen, also what is planned meanwhile. */
  run(): void {
    for (let next = this.planned.pop(); next !== undefined; next = this.planned.pop()) next.act()
  }
}
