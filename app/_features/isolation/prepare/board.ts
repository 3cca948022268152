import type { Outputs } from '../../../_lib/trpc/types.ts'

type Board = Outputs['permits']['board']
/** BoardPermit is an open permit, BoardLock a lock that is on. */
export type BoardPermit = Board['permits'][number]
export type BoardLock = Board['locks'][number]

const has = (words: string, ...texts: readonly string[]): boolean =>
  words.trim().toLowerCase().split(/\s+/).every((word) => texts.some((text) => text.toLowerCase().includes(word)))

/** boardOf narrows what is in force by words and kind, what has expired first; a kind leaves the locks out, which have none. */
export function boardOf(
  board: Pick<Board, 'permits' | 'locks'>, { words, kind }: { readonly words: string; readonly kind: BoardPermit['kind'] | null },
): Pick<Board, 'permits' | 'locks'> {
  return {
    permits: board.permits
      .filter((one) => (kind === null || one.kind === kind)
        && has(words, one.number, one.work, one.asset.tag, one.asset.name, one.performer.name, one.issuer.name, one.order.number))
      .toSorted((a, b) => Number(b.expired) - Number(a.expired)),
    locks: kind === null ? board.locks.filter((one) => has(words, one.person.name, one.lock, one.asset.tag, one.asset.name, one.order)) : [],
  }
}
