import * as z from 'zod'
import { LOCALES } from '#server/core/people/locales.ts'
import { PASSWORD_LENGTH } from '#server/core/people/password.ts'
import { createPerson } from '#server/modules/people/index.ts'
import { procedure } from '../../init.ts'
import { grantsInput } from './inputs.ts'

/** create adds a person; with an e-mail address and a password he can sign in. */
export const create = procedure('people.edit', 'add-person')
  .input(z.object({
    name: z.string().trim().min(1).max(200),
    email: z.email().max(200).optional(),
    password: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max).optional(),
    locale: z.enum(LOCALES).optional(),
    roles: grantsInput,
  }))
  .mutation(async ({ ctx, input }) => ({ personId: (await createPerson(ctx.actor, input)).personId }))
