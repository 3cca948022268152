import { countStandingAlarms } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

/** counts counts the alarms that the signed-in person may see. */
export const counts = procedure('incident.read').query(({ ctx }) => countStandingAlarms(ctx.actor))
