import { viewAbilities } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** abilities shows what people can do and which areas they know, at the sites whose rosters the caller may change. */
export const abilities = procedure('notify.edit').query(({ ctx }) => viewAbilities(ctx.actor))
