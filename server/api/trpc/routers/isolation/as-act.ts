import * as z from 'zod'
import type { IsolationAct, IsolationEventType } from '#server/core/isolation/events.ts'
import { instant } from '#server/core/work-orders/instant.ts'
import type { IsolationInput } from '#server/modules/isolation/index.ts'

/** actHead is what every act carries: the order, the operation's id (unique: a retry is harmless), when it was done, and whether it is a fact reported afterwards. */
export const actHead = z.object({ orderId: z.uuid(), opId: z.uuid(), at: instant.optional(), late: z.boolean().optional() })

/** asAct takes an act apart that travelled as one flat object. */
export function asAct<Type extends IsolationEventType>(type: Type, { orderId, opId, at, late, ...data }: z.output<typeof actHead> & Extract<IsolationAct, { type: Type }>['data']): IsolationInput {
  // The type and its data belong together by the types of this function's arguments.
  return { orderId, opId, at, late, act: { type, data } as unknown as IsolationAct }
}
