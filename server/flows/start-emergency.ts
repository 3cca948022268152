import type { PersonActor } from '#server/core/people/actor.ts'
import type { EmergencyInput } from '#server/core/work-orders/unplanned.ts'
import { fileEmergency, lockWork, type CommandResult } from '#server/modules/work-orders/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { applyWithEffects } from './order-effects.ts'
import { againWhenTwin } from './twin.ts'

/** Emergency is work that begins at once, with when it began (where that was before it arrived) and the order it comes from, if any. */
export type Emergency = EmergencyInput & { readonly at?: Date; readonly followUpOf?: string }

/** startEmergencyIn makes an order and begins the work in one: the person's time runs, and stops elsewhere. The same operation again changes nothing. */
export async function startEmergencyIn(tx: Tx, actor: PersonActor, input: Emergency): Promise<CommandResult> {
  // Before the order has its number: whoever waits for a person or an order holds no counter.
  await lockWork(tx, input.id, 'start', actor.personId)
  await fileEmergency(tx, actor, input)
  const command = { name: 'start', payload: input.activity === undefined ? {} : { activity: input.activity } } as const
  return (await applyWithEffects(tx, actor, { id: input.id, opId: input.opId, version: 1, command, ...(input.at === undefined ? {} : { at: input.at }) })).result
}

/** startEmergency is startEmergencyIn in a transaction of its own. */
export const startEmergency = (actor: PersonActor, input: Emergency): Promise<CommandResult> =>
  againWhenTwin(() => withTenant(actor.orgId, (tx) => startEmergencyIn(tx, actor, input)), input.opId)
