import { exportRules } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** exportFile writes every rule the person may see as one YAML text. */
export const exportFile = procedure('rule.read').query(({ ctx }) => exportRules(ctx.actor))
