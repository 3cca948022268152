import { handoverBoard } from '#server/modules/handover/index.ts'
import { procedure } from '../../init.ts'

/** board reads the newest handovers, the temporary repairs that stand, and the places to hand over. */
export const board = procedure('work-order.read').query(({ ctx }) => handoverBoard(ctx.actor))
