import * as z from 'zod'
import { forgetKeys } from '#server/modules/keys/index.ts'
import { setActive as set } from '#server/modules/people/index.ts'
import { procedure } from '../../init.ts'

/** setActive lets a person in or out; out ends sessions and keys at once. */
export const setActive = procedure('people.edit')
  .input(z.object({ personId: z.uuid(), active: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const { revokedKeys } = await set(ctx.actor, input)
    forgetKeys(revokedKeys)
  })
