import * as z from 'zod'
import { PERMISSIONS } from '#server/core/people/permissions.ts'
import { listPeople } from '#server/modules/people/index.ts'
import { procedure } from '../../init.ts'

/** list shows active people, for choosing an assignee; only those who hold the permission when one is named. */
export const list = procedure('people.read')
  .input(z.object({ permission: z.enum(PERMISSIONS).optional() }).default({}))
  .query(({ ctx, input }) => listPeople(ctx.actor, input))
