import * as z from 'zod'
import { updateGrants as update } from '#server/modules/people/index.ts'
import { procedure } from '../../init.ts'
import { grantsInput } from './inputs.ts'

/** updateGrants replaces a person's roles. */
export const updateGrants = procedure('people.edit')
  .input(z.object({ personId: z.uuid(), roles: grantsInput }))
  .mutation(({ ctx, input }) => update(ctx.actor, input))
