import type { Tx } from '#server/platform/db.ts'

/** FoundPart is a part of the stores' list. */
export interface FoundPart {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly unit: string
}

const MOST = 20

/** partsLike finds parts by what stands in their number or name, by number. */
export const partsLike = (tx: Tx, text: string): Promise<FoundPart[]> =>
  tx.db.part.findMany({
    where: { orgId: tx.orgId, OR: [{ number: { contains: text, mode: 'insensitive' } }, { name: { contains: text, mode: 'insensitive' } }] },
    orderBy: { number: 'asc' }, take: MOST, select: { id: true, number: true, name: true, unit: true },
  })
