import { abilitiesInput } from '#server/core/on-call/roster-input.ts'
import { saveAbilities as store } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** saveAbilities says what a person can do and which areas the person knows. */
export const saveAbilities = procedure('notify.edit').input(abilitiesInput).mutation(({ ctx, input }) => store(ctx.actor, input))
