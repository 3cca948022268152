import { myCalls } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** mine lists the open calls for which the caller was called. */
export const mine = procedure('me.read').query(({ ctx }) => myCalls(ctx.actor))
