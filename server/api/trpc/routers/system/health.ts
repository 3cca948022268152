import { tenantHealth } from '#server/modules/health/index.ts'
import { isQueueReachable } from '../../../queue-check.ts'
import { procedure } from '../../init.ts'

/** health says in sentences how the installation and the caller's sources do. */
export const health = procedure('system.read', 'see-health').query(async ({ ctx }) => tenantHealth(ctx.actor, await isQueueReachable()))
