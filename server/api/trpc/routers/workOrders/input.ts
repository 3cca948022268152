import type * as z from 'zod'
import { commandHead, PAYLOADS, type Command, type PayloadOf } from '#server/core/work-orders/commands.ts'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import type { CommandInput } from '#server/modules/work-orders/index.ts'

/** commandInput is a command as it travels: the order, the operation's id, the version seen, and the command's own fields, all in one flat object. */
export const commandInput = <Name extends CommandName>(name: Name) => commandHead.extend(PAYLOADS[name].shape)

/** asCommand takes a parsed command apart for the use case. */
export function asCommand<Name extends CommandName>(name: Name, { id, opId, version, ...payload }: z.output<typeof commandHead> & PayloadOf<Name>): CommandInput {
  // The name and its payload belong together by the types of this function's arguments.
  return { id, opId, version, command: { name, payload } as unknown as Command }
}
