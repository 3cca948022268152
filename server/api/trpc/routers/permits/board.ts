import { safetyBoard } from '#server/modules/permits/index.ts'
import { procedure } from '../../init.ts'

/** board shows which permits are open and which locks are on in the plant now. */
export const board = procedure('work-order.read').query(({ ctx }) => safetyBoard(ctx.actor))
