import { skillInput } from '#server/core/on-call/roster-input.ts'
import { saveSkill as store } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** saveSkill makes a skill, or changes the one named. */
export const saveSkill = procedure('notify.edit').input(skillInput).mutation(({ ctx, input }) => store(ctx.actor, input))
