import { getMe } from '#server/modules/people/index.ts'
import { procedure } from '../../init.ts'

/** get describes the signed-in person. */
export const get = procedure('me.read').query(({ ctx }) => getMe(ctx.actor, ctx.session.id))
