import { preference } from '#server/core/notify/preference.ts'
import { saveSettings } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** save stores how the caller wants to be told. */
export const save = procedure('me.read').input(preference).mutation(({ ctx, input }) => saveSettings(ctx.actor, input))
