import { listRuleClasses } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** classes lists the classes of machines for which a rule can be written, with their points. */
export const classes = procedure('rule.edit').query(({ ctx }) => listRuleClasses(ctx.actor))
