import { mayCall } from '#server/core/alarms/may-call.ts'
import * as incidents from '#server/modules/incidents/index.ts'
import type { Tx } from '#server/platform/db.ts'

/** mayCallFor tells which of incidents may call people: not those that are held, in maintenance, folded away, or long over when they were heard of. */
export async function mayCallFor(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const calling = new Set<string>()
  for (const id of new Set(ids)) {
    const facts = await incidents.callFactsOf(tx, id)
    if (facts && mayCall(facts)) calling.add(id)
  }
  return calling
}
