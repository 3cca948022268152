import type { Tx } from '#server/platform/db.ts'
import type { Told } from './told.ts'
import { countWitnesses, insertWitness } from './witness.repo.ts'
import type { LockedOrder } from './work-orders.repo.ts'

/** addWitness adds who saw the same trouble to an order instead of making a second one; saying it twice counts once. */
export async function addWitness(tx: Tx, order: LockedOrder, note: string | null, { personId }: Told): Promise<Record<string, unknown>> {
  if (personId !== null) await insertWitness(tx, { workOrderId: order.id, personId, at: order.now, note })
  return { count: await countWitnesses(tx, order.id) }
}
