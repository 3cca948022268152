import * as z from 'zod'
import type { PermitAct } from '#server/core/permits/decide.ts'
import type { PermitCommand } from '#server/core/permits/transitions.ts'
import { instant } from '#server/core/work-orders/instant.ts'
import type { PermitInput } from '#server/modules/permits/index.ts'

/** actHead is what every command on a permit carries: the permit, the operation's id, when it was done, and whether it is a fact reported afterwards. */
export const actHead = z.object({ id: z.uuid(), opId: z.uuid(), at: instant.optional(), late: z.boolean().optional() })

/** asAct takes a command apart that travelled as one flat object. */
export function asAct<Name extends PermitCommand>(name: Name, { id, opId, at, late, ...payload }: z.output<typeof actHead> & Extract<PermitAct, { name: Name }>['payload']): PermitInput {
  // The name and its payload belong together by the types of this function's arguments.
  return { id, opId, at, late, act: { name, payload } as unknown as PermitAct }
}
