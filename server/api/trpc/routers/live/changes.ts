import { tracked } from '@trpc/server'
import * as z from 'zod'
import { newId } from '#server/platform/ids.ts'
import { subscribeLive } from '#server/platform/live.ts'
import { procedure } from '../../init.ts'

/**
 * changes streams "this changed" notices of the organization: entity and id, never the data, which is asked for with the
 * caller's own permissions. After a reconnect one 'resync' tells the browser to ask again for what it shows.
 */
export const changes = procedure('me.read')
  .input(z.object({ lastEventId: z.string().nullish() }).optional())
  .subscription(async function* ({ ctx, input, signal }) {
    const ends = signal ?? new AbortController().signal
    yield tracked(newId(), { entity: input?.lastEventId ? ('resync' as const) : ('hello' as const), id: undefined })
    for await (const change of subscribeLive(ctx.actor.orgId, ends)) yield tracked(newId(), { entity: change.entity, id: change.id })
  })
