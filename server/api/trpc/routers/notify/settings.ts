import { getSettings } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** settings is how the caller is told, and where. */
export const settings = procedure('me.read').query(async ({ ctx }) => {
  const { endpoints, ...rest } = await getSettings(ctx.actor)
  return { ...rest, endpoints: endpoints.map((endpoint) => ({ ...endpoint, lastOkAt: endpoint.lastOkAt?.toISOString() ?? null })) }
})
