import { sourcePlaces } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

/** places lists the sites at which the person may add sources. */
export const places = procedure('source.edit').query(({ ctx }) => sourcePlaces(ctx.actor))
