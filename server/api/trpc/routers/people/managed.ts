import { managedPeople } from '#server/modules/people/index.ts'
import { procedure } from '../../init.ts'

/** managed shows everybody the caller may edit, with roles by site. */
export const managed = procedure('people.edit').query(({ ctx }) => managedPeople(ctx.actor))
