/**
 * JournalRow is one input of a lane as it was judged, in inbox order: a batch of a source, or a tick. `through` is how far the source had come in event
 * time when the row had been judged (epoch ms; null for a source of which nothing had come).
 */
export type JournalRow =
  | { readonly kind: 'readings'; readonly sourceId: string; readonly through: number | null }
  | { readonly kind: 'tick'; readonly sourceId: string; readonly through: number | null; readonly at: number }

/**
 * Journal is what is kept of a lane's inputs, in inbox order. `from` is the least event time to which any of its sources had come by the first row of it
 * that is kept (-Infinity where nothing had come of one): what is older was heard before the journal begins.
 */
export interface Journal {
  readonly from: number
  readonly rows: AsyncIterable<JournalRow>
}
