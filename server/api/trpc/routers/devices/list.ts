import { listDevices } from '#server/modules/tablets/index.ts'
import { procedure } from '../../init.ts'

/** list shows the devices of the people one looks after, with what waits on each as far as it was last heard of. */
export const list = procedure('people.read').query(({ ctx }) => listDevices(ctx.actor))
