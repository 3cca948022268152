import * as z from 'zod'
import { addDoor, removeDoor, renewDoor } from '#server/modules/public-requests/index.ts'
import { procedure } from '../../init.ts'

const id = z.object({ id: z.uuid() })

/** addMachine makes an address of its own for one machine's poster. */
export const addMachine = procedure('door.edit').input(z.object({ assetId: z.uuid() })).mutation(({ ctx, input }) => addDoor(ctx.actor, input))

/** renew gives a site or a machine another address; posters with the old one lead nowhere. */
export const renew = procedure('door.edit').input(id).mutation(({ ctx, input }) => renewDoor(ctx.actor, input))

/** remove ends an address for good. */
export const remove = procedure('door.edit').input(id).mutation(({ ctx, input }) => removeDoor(ctx.actor, input))
