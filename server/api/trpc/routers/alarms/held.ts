import { listHeld } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

/** held lists what is shelved, out of service and suppressed. */
export const held = procedure('incident.read').query(({ ctx }) => listHeld(ctx.actor))
