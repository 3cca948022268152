import { listDoors } from '#server/modules/public-requests/index.ts'
import { procedure } from '../../init.ts'

/** doors shows which sites take requests without an account, and the addresses on their posters. */
export const doors = procedure('door.edit').query(({ ctx }) => listDoors(ctx.actor))
