import type { Actor } from '#server/core/people/actor.ts'
import { firstDayOf, type FirstDayStep } from '#server/core/people/first-day.ts'
import { withTenant, type Exec } from '#server/platform/db.ts'
import { saveStep } from './first-day.repo.ts'

// Steps already ticked need no further write; a restart only means one more harmless insert.
const ticked = new Set<string>()
const MAX_TICKED = 50_000

/** markFirstDay ticks a step of the actor's first-day list in the transaction that really did it; steps not on the list are ignored. */
async function markFirstDay(tx: { readonly orgId: string; readonly exec: Exec }, actor: Actor, step: FirstDayStep): Promise<void> {
  if (actor.type !== 'person' || !firstDayOf(actor.grants.map((grant) => grant.role)).includes(step)) return
  await saveStep(tx.exec, tx.orgId, actor.personId, step)
}

/** noteFirstDay ticks a step after the work that did it was committed. */
export async function noteFirstDay(actor: Actor, step: FirstDayStep): Promise<void> {
  if (actor.type !== 'person') return
  const key = `${actor.personId} ${step}`
  if (ticked.has(key)) return
  await withTenant(actor.orgId, (tx) => markFirstDay(tx, actor, step))
  if (ticked.size > MAX_TICKED) ticked.clear()
  ticked.add(key)
}
