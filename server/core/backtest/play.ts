import type { Journal, JournalRow } from './journal.ts'
import type { Player } from './player.ts'
import type { Slice } from './slice.ts'

/** SourceEnd is where a source's history ends in a range: its newest reading, of whichever point (epoch ms), and whether its time passes up to there by itself. */
export interface SourceEnd { readonly sourceId: string; readonly at: number; readonly ticks: boolean }

/** History is a stretch of a lane's past: readings in slices, what is kept of its inputs, and where its sources end. */
export interface History {
  readonly slices: AsyncIterable<Slice>
  readonly journal: Journal | null
  /** The end of the range (epoch ms): no time passes beyond it. */
  readonly to: number
  /**
   * Where sources end. For one without a journal time passes (ticks) as far as it is known to be alive, which is its newest reading: up to there the
   * engine lets its deadlines come true when they are due, as a tick of that moment would.
   */
  readonly ends: readonly SourceEnd[]
}

/** playHistory plays a stretch of the past; after each slice `heard` is told how far that went (epoch ms), so that effects may be taken and progress told. */
export async function playHistory(player: Player, { slices, journal, to, ends }: History, heard: (at: number) => void): Promise<void> {
  const rows = journal?.rows[Symbol.asyncIterator]() ?? null
  let next = await following(rows)
  for await (const slice of slices) {
    player.offer(slice)
    while (next !== null && player.follow(within(next, to), slice.to)) next = await following(rows)
    if (next === null) player.leaveJournal()
    heard(slice.to)
  }
  player.leaveJournal()
  await rows?.return?.()
  for (const { sourceId, at, ticks } of ends) {
    player.hear(sourceId, at)
    if (ticks) player.tick(sourceId, at)
  }
  heard(to)
}

const following = async (rows: AsyncIterator<JournalRow> | null): Promise<JournalRow | null> => {
  const next = await rows?.next()
  return next === undefined || next.done === true ? null : next.value
}

/** within keeps a tick from reaching beyond the range. */
const within = (row: JournalRow, to: number): JournalRow => (row.kind === 'tick' && row.at > to ? { ...row, at: to } : row)
