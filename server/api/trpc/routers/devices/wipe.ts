import * as z from 'zod'
import { wipeDevice } from '#server/modules/tablets/index.ts'
import { procedure } from '../../init.ts'

/** wipe asks a device to empty itself when it is next heard of. */
export const wipe = procedure('people.edit')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => wipeDevice(ctx.actor, input.id))
