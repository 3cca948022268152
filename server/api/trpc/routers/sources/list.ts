import { listSources } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

/** list lists the sources the person may see with when they were last seen, their rate and what was rejected. */
export const list = procedure('source.read', 'see-sources').query(({ ctx }) => listSources(ctx.actor))
