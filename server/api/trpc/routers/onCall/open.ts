import { openCalls } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** open lists the open calls at the caller's sites. */
export const open = procedure('incident.read').query(({ ctx }) => openCalls(ctx.actor))
