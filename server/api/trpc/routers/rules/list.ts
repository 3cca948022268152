import { listRules } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** list lists the rules the person may see. */
export const list = procedure('rule.read').query(({ ctx }) => listRules(ctx.actor))
