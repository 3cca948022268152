import type { ToldPermit } from '#server/core/isolation/on-tablet.ts'
import type { Tx } from '#server/platform/db.ts'
import { takeTime } from './clock.repo.ts'
import { namesOf, permitRows } from './read.repo.ts'
import { permitView, readers } from './view.ts'

/** TakenPermit is a permit of an order as a tablet keeps it, with the operations that were done on it. */
export interface TakenPermit extends ToldPermit {
  readonly workOrderId: string
  readonly opIds: readonly string[]
}

/** permitsForTablets lists the permits of many orders, those that end soonest first. */
export async function permitsForTablets(tx: Tx, orderIds: readonly string[]): Promise<TakenPermit[]> {
  const rows = await permitRows(tx, { workOrderIds: orderIds })
  if (rows.length === 0) return []
  const now = await takeTime(tx)
  const names = await namesOf(tx, rows.flatMap(readers))
  return rows.map((row) => {
    const { id, number, kind, status, work, from, to, issuer, performer, precautions, gasTests } = permitView(row, names, now)
    const tests = gasTests.map(({ gas, value, unit, low, high, at, by }) => ({ gas, value, unit, low, high, at, by }))
    return { id, number, kind, status, work, from, to, issuer, performer, precautions, gasTests: tests, workOrderId: row.workOrderId, opIds: row.events.map(({ opId }) => opId) }
  })
}
