/** Deadline is when an instance must be looked at; a strict one is due only after `at`. source is whose event time counts. */
export interface Deadline { readonly at: number; readonly strict: boolean; readonly instance: number; readonly source: number }

/** isBefore orders deadlines by time, inclusive ones before strict ones, then by instance: the order in which they take effect. */
export const isBefore = (a: Deadline, b: Deadline): boolean =>
  a.at !== b.at ? a.at < b.at : a.strict !== b.strict ? b.strict : a.instance < b.instance

/** DeadlineHeap is a binary heap with the earliest deadline on top. Entries that no longer hold are thrown away by its user. */
export class DeadlineHeap {
  private readonly items: Deadline[] = []

  /** earliest is the time of the top entry, Infinity for none: a lower bound for the next thing to happen. */
  earliest = Infinity

  /** top gives the earliest entry, if any. */
  top(): Deadline | undefined {
    return this.items[0]
  }

  /** push adds an entry. */
  push(entry: Deadline): void {
    const items = this.items
    let child = items.push(entry) - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      const above = items[parent]
      if (above === undefined || !isBefore(entry, above)) break
      items[child] = above
      child = parent
    }
    items[child] = entry
    this.earliest = items[0]?.at ?? Infinity
  }

  /** pop removes the top entry. */
  pop(): void {
    const items = this.items
    const moved = items.pop()
    if (moved !== undefined && items.length > 0) this.sink(moved)
    this.earliest = items[0]?.at ?? Infinity
  }

  private sink(entry: Deadline): void {
    const items = this.items
    let parent = 0
    for (;;) {
      let child = 2 * parent + 1
      const left = items[child]
      const right = items[child + 1]
      if (left === undefined) break
      let best = left
      if (right !== undefined && isBefore(right, left)) {
        best = right
        child += 1
      }
      if (!isBefore(best, entry)) break
      items[parent] = best
      parent = child
    }
    items[parent] = entry
  }
}
