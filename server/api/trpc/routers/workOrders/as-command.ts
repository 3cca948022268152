import type * as z from 'zod'
import type { Command, commandHead, PayloadOf } from '#server/core/work-orders/commands.ts'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import type { CommandInput } from '#server/modules/work-orders/index.ts'

/** asCommand takes a command apart that travelled as one flat object: the order, the operation's id, the version seen, and the command's own fields. */
export function asCommand<Name extends CommandName>(name: Name, { id, opId, version, ...payload }: z.output<typeof commandHead> & PayloadOf<Name>): CommandInput {
  // The name and its payload belong together by the types of this function's arguments.
  return { id, opId, version, command: { name, payload } as unknown as Command }
}
