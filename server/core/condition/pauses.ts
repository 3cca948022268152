/** SHORTEST_MS is the shortest silence of a source that is noted. */
const SHORTEST_MS = 1000
const MOST = 64
/** PAUSE_SHARE: a silence of the source counts as one for a rule when it is longer than this share of what the rule waits. */
const PAUSE_SHARE = 0.5

type Pause = readonly [from: number, to: number]

/** SavedPauses is what is kept of a source's own silences: when it was last heard, and the pauses before, [from, to] in event time (epoch ms). */
export interface SavedPauses { readonly heardAt: number | null; readonly list: readonly Pause[] }

/** NO_PAUSES is a source of which nothing was kept. */
export const NO_PAUSES: SavedPauses = Object.freeze({ heardAt: null, list: [] })

/** Pauses notes when a source itself was silent, in event time, so that a point is not called silent for what its whole source lacks. */
export class Pauses {
  private list: Pause[]
  private lastInstant: number
  private readonly watched: boolean

  constructor(saved: SavedPauses, watched: boolean) {
    this.list = [...saved.list]
    this.lastInstant = saved.heardAt ?? -Infinity
    this.watched = watched
  }

  /** instant notes that the source delivered something at t. */
  instant(t: number): void {
    if (!this.watched || t <= this.lastInstant) return
    if (t - this.lastInstant >= SHORTEST_MS && this.lastInstant !== -Infinity) {
      this.list.push([this.lastInstant, t])
      if (this.list.length > MOST) this.list.shift()
    }
    this.lastInstant = t
  }

  /** silentAt gives when a point last read at lastT has been silent for afterMs of the time in which its source was not, as far as is known now. */
  silentAt(lastT: number, afterMs: number): number {
    let told = lastT + afterMs
    for (const [from, to] of this.list) {
      if (to - from > afterMs * PAUSE_SHARE && to > lastT && from < told) told += to - Math.max(from, lastT)
    }
    return told
  }

  /** heardAt is when the source last delivered something, -Infinity for never: a point's silence up to then is its own. */
  heardAt(): number {
    return this.lastInstant
  }

  /** save gives what must be kept. */
  save(): SavedPauses {
    return this.watched ? { heardAt: this.lastInstant === -Infinity ? null : this.lastInstant, list: [...this.list] } : NO_PAUSES
  }
}
