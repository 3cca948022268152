import * as z from 'zod'
import { mqttPlace } from '#server/core/sources/mqtt-settings.ts'
import { listen as listenAt } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

/** listen lets the gateway listen at a broker for two minutes, before there is a source. */
export const listen = procedure('source.edit').input(z.object({ siteId: z.uuid(), place: mqttPlace })).mutation(({ ctx, input }) => listenAt(ctx.actor, input))
